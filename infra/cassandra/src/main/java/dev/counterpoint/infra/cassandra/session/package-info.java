/** Connections to the cluster. */
@NullMarked
package dev.counterpoint.infra.cassandra.session;

import org.jspecify.annotations.NullMarked;

/** The reports of erasures on Cassandra. */
@NullMarked
package dev.counterpoint.infra.cassandra.erasures;

import org.jspecify.annotations.NullMarked;

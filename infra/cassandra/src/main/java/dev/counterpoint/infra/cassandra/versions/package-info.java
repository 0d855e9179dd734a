/** What is not a listener's own, by number: epochs of the catalogue, versions of the statistics. */
@NullMarked
package dev.counterpoint.infra.cassandra.versions;

import org.jspecify.annotations.NullMarked;

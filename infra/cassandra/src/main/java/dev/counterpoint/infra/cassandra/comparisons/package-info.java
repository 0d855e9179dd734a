/** What trainings found of their policies. */
@NullMarked
package dev.counterpoint.infra.cassandra.comparisons;

import org.jspecify.annotations.NullMarked;

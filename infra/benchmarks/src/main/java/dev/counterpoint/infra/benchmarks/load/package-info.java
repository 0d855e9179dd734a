/** The benchmarks of the write path. */
@NullMarked
package dev.counterpoint.infra.benchmarks.load;

import org.jspecify.annotations.NullMarked;

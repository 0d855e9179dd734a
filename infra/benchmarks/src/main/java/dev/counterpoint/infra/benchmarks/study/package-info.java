/** Studies on simulated listeners. */
@NullMarked
package dev.counterpoint.infra.benchmarks.study;

import org.jspecify.annotations.NullMarked;

/** How fast history becomes rows, rows become models, and models change places. */
@NullMarked
package dev.counterpoint.infra.benchmarks.learning;

import org.jspecify.annotations.NullMarked;

/** What was measured, and how it is written down. */
@NullMarked
package dev.counterpoint.infra.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

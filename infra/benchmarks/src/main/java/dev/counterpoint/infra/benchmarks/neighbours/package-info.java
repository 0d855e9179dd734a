/** How well and how quickly the nearest cards are found, by what might find them. */
@NullMarked
package dev.counterpoint.infra.benchmarks.neighbours;

import org.jspecify.annotations.NullMarked;

/** The cards whose vectors are nearest, found by JVector's graph in the memory of the process. */
@NullMarked
package dev.counterpoint.infra.neighbours;

import org.jspecify.annotations.NullMarked;

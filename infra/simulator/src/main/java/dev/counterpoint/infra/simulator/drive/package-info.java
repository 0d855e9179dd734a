/** Drives simulated listeners through a platform that serves, in its simulated time. */
@NullMarked
package dev.counterpoint.infra.simulator.drive;

import org.jspecify.annotations.NullMarked;

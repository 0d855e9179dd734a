/** The {@code counterpoint} command: starts and stops the platform and pours data into it. */
@NullMarked
package dev.counterpoint.infra.cli;

import org.jspecify.annotations.NullMarked;

/** Starting, watching and stopping the platform. */
@NullMarked
package dev.counterpoint.infra.cli.lifecycle;

import org.jspecify.annotations.NullMarked;

/** The commands that let listeners act, models learn, and a newcomer see both. */
@NullMarked
package dev.counterpoint.infra.cli.learning;

import org.jspecify.annotations.NullMarked;

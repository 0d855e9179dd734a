/** What a person sees of a command: sentences, figures, progress, exit codes. */
@NullMarked
package dev.counterpoint.infra.cli.terminal;

import org.jspecify.annotations.NullMarked;

/** Shows what a training found of all policies: at the terminal, for programs, and as a page to hand on. */
@NullMarked
package dev.counterpoint.infra.cli.comparison;

import org.jspecify.annotations.NullMarked;

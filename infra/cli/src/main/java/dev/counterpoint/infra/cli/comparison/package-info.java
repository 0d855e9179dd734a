/** Shows what a training found of all policies, to people and to programs. */
@NullMarked
package dev.counterpoint.infra.cli.comparison;

import org.jspecify.annotations.NullMarked;

/** Judges logs that lie in files: what another policy would have earned, and whether one may say so. */
@NullMarked
package dev.counterpoint.infra.cli.evaluation;

import org.jspecify.annotations.NullMarked;

/** Has the platform prove that nothing was changed. */
@NullMarked
package dev.counterpoint.infra.cli.proof;

import org.jspecify.annotations.NullMarked;

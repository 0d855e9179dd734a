/** Archives of everything that is stored. */
@NullMarked
package dev.counterpoint.infra.cli.archive;

import org.jspecify.annotations.NullMarked;

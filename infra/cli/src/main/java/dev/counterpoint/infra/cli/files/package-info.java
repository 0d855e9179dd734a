/** Files as people keep them: packed or not, a line at a time, so long that they never fit into memory. */
@NullMarked
package dev.counterpoint.infra.cli.files;

import org.jspecify.annotations.NullMarked;

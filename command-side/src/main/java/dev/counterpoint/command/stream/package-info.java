/** How any aggregate is kept, loaded, tried again and snapshotted: the mechanics under the catalogue and the listeners. */
@NullMarked
package dev.counterpoint.command.stream;

import org.jspecify.annotations.NullMarked;

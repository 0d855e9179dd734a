/** Work that takes long. */
@NullMarked
package dev.counterpoint.query.work;

import org.jspecify.annotations.NullMarked;

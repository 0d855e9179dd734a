/** Where cards stand in the space of tastes, as training learned it: numbered versions that decisions cite. */
@NullMarked
package dev.counterpoint.domain.embedding;

import org.jspecify.annotations.NullMarked;

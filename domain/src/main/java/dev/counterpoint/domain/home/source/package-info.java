/** Where the cards of shelves come from: each source says what it proposes for whom, and why. Pure. */
@NullMarked
package dev.counterpoint.domain.home.source;

import org.jspecify.annotations.NullMarked;

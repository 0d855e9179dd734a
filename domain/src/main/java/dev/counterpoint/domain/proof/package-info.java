/** What makes tampering evident: heads of chains, signed together again and again, and kept where neither application nor database can change them. */
@NullMarked
package dev.counterpoint.domain.proof;

import org.jspecify.annotations.NullMarked;

/** What the platform says when it declines a request. */
@NullMarked
package dev.counterpoint.domain.refusal;

import org.jspecify.annotations.NullMarked;

/** What a client may name: the shape of every identifier that arrives from outside. */
@NullMarked
package dev.counterpoint.domain.identity;

import org.jspecify.annotations.NullMarked;

/** Models as pages see them: something with a name that turns features into scores. */
@NullMarked
package dev.counterpoint.domain.model;

import org.jspecify.annotations.NullMarked;

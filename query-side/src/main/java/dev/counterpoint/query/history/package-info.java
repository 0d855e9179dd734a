/** The streams of listeners, as analysts and auditors read them. */
@NullMarked
package dev.counterpoint.query.history;

import org.jspecify.annotations.NullMarked;

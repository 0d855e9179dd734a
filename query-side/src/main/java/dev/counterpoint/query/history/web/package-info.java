/** The streams of listeners over HTTP. */
@NullMarked
package dev.counterpoint.query.history.web;

import org.jspecify.annotations.NullMarked;

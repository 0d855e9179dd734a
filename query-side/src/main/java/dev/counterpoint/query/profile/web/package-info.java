/** What is known of a listener, and how it came about, over HTTP. */
@NullMarked
package dev.counterpoint.query.profile.web;

import org.jspecify.annotations.NullMarked;

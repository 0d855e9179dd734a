/** Everything that is held about a listener, over HTTP. */
@NullMarked
package dev.counterpoint.query.export.web;

import org.jspecify.annotations.NullMarked;

/** Archives, over HTTP. */
@NullMarked
package dev.counterpoint.query.archive.web;

import org.jspecify.annotations.NullMarked;

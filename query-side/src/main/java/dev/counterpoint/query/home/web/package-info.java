/** Home pages over HTTP. */
@NullMarked
package dev.counterpoint.query.home.web;

import org.jspecify.annotations.NullMarked;

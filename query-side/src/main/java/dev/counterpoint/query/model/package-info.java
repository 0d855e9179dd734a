/** Which model scores which page. */
@NullMarked
package dev.counterpoint.query.model;

import org.jspecify.annotations.NullMarked;

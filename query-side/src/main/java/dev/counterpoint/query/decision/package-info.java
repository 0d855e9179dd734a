/** The log of decisions: durable before a page is answered, one hash chain per process. */
@NullMarked
package dev.counterpoint.query.decision;

import org.jspecify.annotations.NullMarked;

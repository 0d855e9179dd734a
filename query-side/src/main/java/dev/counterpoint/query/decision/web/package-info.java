/** The records of decisions over HTTP. */
@NullMarked
package dev.counterpoint.query.decision.web;

import org.jspecify.annotations.NullMarked;

/** Proofs, over HTTP. */
@NullMarked
package dev.counterpoint.query.proof.web;

import org.jspecify.annotations.NullMarked;

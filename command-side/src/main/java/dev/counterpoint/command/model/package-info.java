/** Decides about models: what is to be learned, what was learned, and which model listeners get. */
@NullMarked
package dev.counterpoint.command.model;

import org.jspecify.annotations.NullMarked;

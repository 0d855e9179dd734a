/** What another policy would have earned where one was logged: estimators as pure functions of weighed rows, whatever log the rows come from. */
@NullMarked
package dev.counterpoint.training.offpolicy;

import org.jspecify.annotations.NullMarked;

/** A training from its request to its models: replay, fit, judge, register; resumable where it stopped. */
@NullMarked
package dev.counterpoint.training.run;

import org.jspecify.annotations.NullMarked;

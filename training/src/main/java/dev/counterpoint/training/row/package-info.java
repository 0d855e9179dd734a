/** What a model learns from: shown slots with the features of their moment, their propensities and what they earned. */
@NullMarked
package dev.counterpoint.training.row;

import org.jspecify.annotations.NullMarked;

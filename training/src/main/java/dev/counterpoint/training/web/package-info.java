/** The REST calls that look at trainings and models. */
@NullMarked
package dev.counterpoint.training.web;

import org.jspecify.annotations.NullMarked;

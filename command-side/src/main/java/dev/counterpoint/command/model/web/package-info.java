/** The REST calls that ask for trainings and move models. */
@NullMarked
package dev.counterpoint.command.model.web;

import org.jspecify.annotations.NullMarked;

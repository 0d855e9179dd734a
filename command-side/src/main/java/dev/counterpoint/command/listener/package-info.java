/** Listening: registrations and interactions become events of one stream per listener. */
@NullMarked
package dev.counterpoint.command.listener;

import org.jspecify.annotations.NullMarked;

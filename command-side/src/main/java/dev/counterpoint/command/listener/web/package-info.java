/** Listeners over REST: registration and interactions, commands of clients. */
@NullMarked
package dev.counterpoint.command.listener.web;

import org.jspecify.annotations.NullMarked;

/** The catalogue over REST: commands of publishers. */
@NullMarked
package dev.counterpoint.command.catalog.web;

import org.jspecify.annotations.NullMarked;

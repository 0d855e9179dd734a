/** How bodies are read, the same way for single requests and for the lines of imports: strictly, and naming every fault at once. */
@NullMarked
package dev.counterpoint.command.web;

import org.jspecify.annotations.NullMarked;

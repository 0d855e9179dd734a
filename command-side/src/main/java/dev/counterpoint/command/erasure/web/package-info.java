/** Erasing listeners, over HTTP. */
@NullMarked
package dev.counterpoint.command.erasure.web;

import org.jspecify.annotations.NullMarked;

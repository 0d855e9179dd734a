/** Decides: commands become events. This package wires the command side over a store, a clock and what it must look up. */
@NullMarked
package dev.counterpoint.command;

import org.jspecify.annotations.NullMarked;

package dev.counterpoint.command.web;

/**
 * The answer to a write that may have been there already.
 *
 * @param changed whether anything was recorded
 */
public record Changed(boolean changed) {}

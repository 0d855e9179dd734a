package dev.counterpoint.command.bulk;

/**
 * A line that was not taken.
 *
 * @param line from 1
 * @param detail why, fit for the client's eyes
 */
public record Rejection(long line, String detail) {}

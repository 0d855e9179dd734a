package dev.counterpoint.command.bulk;

/**
 * What one line of an import says.
 *
 * @param line from 1
 */
public record Numbered<T>(long line, T item) {}

package dev.counterpoint.command.listener;

/**
 * What came of registering or changing a listener.
 *
 * @param registered whether the listener is new
 * @param changed whether anything was recorded
 * @param sequence of the last event in the stream
 */
public record SettingsAnswer(boolean registered, boolean changed, long sequence) {}

package dev.counterpoint.query.decision;

/**
 * Names a request within a listener's stream.
 *
 * @param requestId chosen by the client
 * @param parameters everything that shaped the answer, in one canonical text: a retry must bring the same
 */
public record RequestKey(String requestId, String parameters) {}

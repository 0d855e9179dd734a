package dev.counterpoint.contracts.faults;

import dev.counterpoint.domain.event.StreamId;

/**
 * An append as its caller knows it.
 *
 * @param intent what the caller wants to happen once; the events say it, each with its number behind it
 * @param events how many
 * @param firstSequence that an acknowledged append was given; else that it would have had
 * @param begun in the order in which operations of the same stream began, from 0
 */
public record Operation(StreamId stream, String intent, int events, long firstSequence, Outcome outcome, long begun) {

    /** What the event of a number says. */
    public String eventOf(int number) {
        return intent + "/" + number;
    }
}

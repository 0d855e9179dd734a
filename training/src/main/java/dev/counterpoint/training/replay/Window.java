package dev.counterpoint.training.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * Which pages are replayed: those that were served in a span of time, early enough that what listeners did with them is known.
 *
 * @param from served then or later
 * @param to served before then
 */
public record Window(Instant from, Instant to) {
    /** How long after a page an interaction that names none may be credited to it; and how old a page must be before it is settled. */
    public static final Duration CREDIT = Duration.ofHours(1);

    /** The part of the window whose pages are settled. */
    public Window settledAt(Instant now) {
        Instant settled = now.minus(CREDIT);
        return new Window(from, to.isBefore(settled) ? to : settled);
    }

    public boolean isEmpty() {
        return !from.isBefore(to);
    }
}

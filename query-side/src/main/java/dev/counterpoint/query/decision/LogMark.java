package dev.counterpoint.query.decision;

import java.time.Instant;
import java.util.Comparator;

/** A place among a listener's decisions: by the time they were served, in whole microseconds, and within that by their position. */
public record LogMark(Instant servedAt, LogPosition position) implements Comparable<LogMark> {
    private static final Comparator<LogMark> IN_ORDER = Comparator.comparing(LogMark::servedAt)
            .thenComparingLong(mark -> mark.position.epoch())
            .thenComparingLong(mark -> mark.position.group())
            .thenComparingInt(mark -> mark.position.slot());

    /** Above all that were served until then. */
    public static LogMark endOf(Instant instant) {
        return new LogMark(instant, new LogPosition(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Override
    public int compareTo(LogMark other) {
        return IN_ORDER.compare(this, other);
    }
}

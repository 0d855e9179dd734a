package dev.counterpoint.infra.cassandra.decisions;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.decision.LogMark;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.query.decision.LoggedDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Where the decisions of a listener lie, by year. */
final class DecisionsOfListeners {
    /** Clocks may be simulated; before the platform there was nothing to decide. */
    private static final List<Integer> YEARS =
            IntStream.rangeClosed(2020, 2060).boxed().toList();

    private final Cql cql;
    private final Duration retention;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement selectBetween;
    private final PreparedStatement delete;

    DecisionsOfListeners(Cql cql, Duration retention) {
        this.cql = cql;
        this.retention = retention;
        insert = cql.prepare("INSERT INTO decisions_of_listeners (stream, year, served_at, epoch, group_number, slot)"
                + " VALUES (?, ?, ?, ?, ?, ?) USING TTL ?");
        delete = cql.prepare("DELETE FROM decisions_of_listeners WHERE stream = ? AND year IN ?");
        selectBetween = cql.prepare("SELECT served_at, epoch, group_number, slot FROM decisions_of_listeners"
                + " WHERE stream = ? AND year = ? AND served_at >= ? AND served_at < ?");
        select = cql.prepare("SELECT served_at, epoch, group_number, slot FROM decisions_of_listeners"
                + " WHERE stream = ? AND year = ? AND (served_at, epoch, group_number, slot) < (?, ?, ?, ?) LIMIT ?");
    }

    Statement<?> insert(LoggedDecision entry) {
        LogPosition position = entry.position();
        return insert.bind(
                        entry.stream().value(),
                        yearOf(entry.servedAt()),
                        Micros.of(entry.servedAt()),
                        position.epoch(),
                        position.group(),
                        position.slot(),
                        Math.toIntExact(retention.toSeconds()))
                .setIdempotent(true);
    }

    List<LogMark> newestOf(StreamId stream, LogMark before, int limit) {
        List<LogMark> found = new ArrayList<>();
        int oldest = yearOf(before.servedAt().minus(retention));
        for (int year = yearOf(before.servedAt()); year >= oldest && found.size() < limit; year--) {
            LogPosition position = before.position();
            cql.all(select.bind(
                                    stream.value(),
                                    year,
                                    Micros.of(before.servedAt()),
                                    position.epoch(),
                                    position.group(),
                                    position.slot(),
                                    limit - found.size())
                            .setIdempotent(true))
                    .forEach(row -> found.add(mark(row)));
        }
        return found;
    }

    /** Those that were served in a span of time and are kept, oldest first; some may be void. */
    List<LogMark> between(StreamId stream, Instant from, Instant to) {
        List<LogMark> found = new ArrayList<>();
        Instant oldest = to.minus(retention);
        for (int year = yearOf(from.isBefore(oldest) ? oldest : from); year <= yearOf(to); year++) {
            List<LogMark> ofYear = new ArrayList<>();
            cql.all(selectBetween
                            .bind(stream.value(), year, Micros.of(from), Micros.of(to))
                            .setIdempotent(true))
                    .forEach(row -> ofYear.add(mark(row)));
            Collections.sort(ofYear);
            found.addAll(ofYear);
        }
        return found;
    }

    /** All years in which a decision may have been made. */
    void forget(StreamId stream) {
        cql.execute(delete.bind(stream.value(), YEARS).setIdempotent(true));
    }

    private static LogMark mark(Row row) {
        return new LogMark(
                Micros.toInstant(row.getLong("served_at")),
                new LogPosition(row.getLong("epoch"), row.getLong("group_number"), row.getInt("slot")));
    }

    private static int yearOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).getYear();
    }
}

package dev.counterpoint.contracts.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.decision.DecisionContents.Stored;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.query.decision.DecisionGroup;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.LogMark;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.RequestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of the log of decisions promises. */
public abstract class DecisionGroupsContract {
    private static final Instant SERVED = Instant.parse("2026-09-02T08:00:00.123456Z");

    private DecisionGroups groups;
    private StreamId stream;
    private long epoch;

    /** The keeper under test; it may hold groups of other tests. */
    protected abstract DecisionGroups groups();

    @BeforeEach
    void takeAnEpoch() {
        groups = groups();
        stream = StreamId.ofListener(UUID.randomUUID().toString());
        epoch = groups.newEpoch();
    }

    @Test
    void no_epoch_is_given_out_twice_also_to_many_at_once() throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            Callable<Long> start = groups::newEpoch;
            Set<Long> epochs = new HashSet<>(Set.of(epoch));
            for (Future<Long> taken : processes.invokeAll(
                    IntStream.range(0, 12).mapToObj(i -> start).toList())) {
                assertThat(epochs.add(taken.get())).isTrue();
            }
        } finally {
            processes.shutdownNow();
        }
    }

    @Test
    void each_decision_of_a_group_comes_back_as_it_was() {
        LoggedDecision first = entry(3, 0, null);
        LoggedDecision second = entry(3, 1, new RequestKey("r1", "rows=8 columns=10"));
        write(3, first, second);

        same(groups.find(first.position()).orElseThrow(), first);
        same(groups.find(second.position()).orElseThrow(), second);
        assertThat(groups.find(new LogPosition(epoch, 3, 2))).isEmpty();
        assertThat(groups.find(new LogPosition(epoch, 4, 0))).isEmpty();
        assertThat(groups.find(new LogPosition(epoch + 1_000_000, 3, 0))).isEmpty();
    }

    @Test
    void a_group_that_is_written_twice_is_there_once() {
        LoggedDecision entry = entry(0, 0, null);
        write(0, entry);
        write(0, entry);

        same(groups.find(entry.position()).orElseThrow(), entry);
    }

    @Test
    void a_void_group_is_skipped_whether_it_was_written_before_or_after() {
        write(0, entry(0, 0, null));
        groups.writeVoid(epoch, 0, new byte[32]).toCompletableFuture().join();
        groups.writeVoid(epoch, 1, new byte[32]).toCompletableFuture().join();
        write(1, entry(1, 0, null));

        assertThat(groups.find(new LogPosition(epoch, 0, 0))).isEmpty();
        assertThat(groups.find(new LogPosition(epoch, 1, 0))).isEmpty();
    }

    @Test
    void a_request_finds_its_decision_and_what_it_was() {
        RequestKey request = new RequestKey("r1", "rows=8 columns=10");
        LoggedDecision entry = entry(0, 0, request);
        write(0, entry);

        assertThat(groups.answered(stream, "r1")).contains(new DecisionGroups.Answered(entry.position(), request));
        assertThat(groups.answered(stream, "r2")).isEmpty();
        assertThat(groups.answered(StreamId.ofListener("somebody-else"), "r1")).isEmpty();
    }

    @Test
    void a_record_of_100_kibibytes_is_kept_whole() {
        byte[] record = new byte[100 * 1024];
        Arrays.fill(record, (byte) -7);
        LoggedDecision entry = new LoggedDecision(
                new DecisionId("large"),
                new LogPosition(epoch, 0, 0),
                stream,
                SERVED,
                null,
                new Stored("own", record),
                new byte[32]);
        write(0, entry);

        same(groups.find(entry.position()).orElseThrow(), entry);
    }

    @Test
    void the_decisions_of_a_listener_are_listed_newest_first_across_years() {
        List<LogMark> written = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Instant served = SERVED.plus(Duration.ofDays(60L * (i / 2)));
            LogPosition position = new LogPosition(epoch, i, 0);
            write(
                    i,
                    new LoggedDecision(
                            new DecisionId("d" + i),
                            position,
                            stream,
                            served,
                            null,
                            new Stored(null, new byte[] {1}),
                            new byte[32]));
            written.add(0, new LogMark(served, position));
        }
        LogMark end = LogMark.endOf(SERVED.plus(Duration.ofDays(365)));

        assertThat(groups.newestOf(stream, end, 100)).isEqualTo(written);
        assertThat(groups.newestOf(stream, end, 3)).isEqualTo(written.subList(0, 3));
        assertThat(groups.newestOf(stream, written.get(2), 2)).isEqualTo(written.subList(3, 5));
        assertThat(groups.newestOf(stream, written.get(6), 2)).isEmpty();
        assertThat(groups.newestOf(StreamId.ofListener("somebody-else"), end, 5))
                .isEmpty();
    }

    @Test
    void nothing_leads_from_a_forgotten_listener_to_their_decisions_and_the_records_stay() {
        LoggedDecision entry = entry(0, 0, new RequestKey("r1", "rows=8"));
        write(0, entry);
        groups.forget(stream);

        assertThat(groups.newestOf(stream, LogMark.endOf(SERVED.plusSeconds(1)), 5))
                .isEmpty();
        assertThat(groups.answered(stream, "r1")).isEmpty();
        assertThat(groups.find(entry.position())).isPresent();
    }

    private void write(long group, LoggedDecision... entries) {
        groups.write(new DecisionGroup(epoch, group, new byte[32], List.of(entries)))
                .toCompletableFuture()
                .join();
    }

    private LoggedDecision entry(long group, int slot, @Nullable RequestKey request) {
        return new LoggedDecision(
                new DecisionId("decision-" + group + "-" + slot),
                new LogPosition(epoch, group, slot),
                stream,
                SERVED,
                request,
                new Stored(slot % 2 == 0 ? "own" : null, new byte[] {1, 2, (byte) slot}),
                new byte[] {9, (byte) group});
    }

    private static void same(LoggedDecision actual, LoggedDecision expected) {
        assertThat(actual).usingRecursiveComparison().ignoringFields("request").isEqualTo(expected);
    }
}

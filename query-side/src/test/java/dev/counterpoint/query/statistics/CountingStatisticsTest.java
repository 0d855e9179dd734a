package dev.counterpoint.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.lease.InMemoryLeases;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.query.SmallPlatform;
import dev.counterpoint.query.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountingStatisticsTest {
    private static final StreamId ANNA = SmallPlatform.listener("anna");
    private static final StreamId BERT = SmallPlatform.listener("bert");

    private static final Instant PLAYED = Instant.parse("2026-03-01T12:00:00Z");

    private final TestClock clock = new TestClock();
    private final InMemoryLeases leases = new InMemoryLeases(clock);
    private final InMemoryStatisticsStore store = new InMemoryStatisticsStore();
    private final OnePartition log = new OnePartition();
    private final CountingStatistics counting = countingAs("this process");

    @Test
    void nothingPlayed_isNoVersion() {
        assertThat(counting.count()).isEmpty();
        assertThat(store.latest()).isZero();
    }

    @Test
    void plays_areCounted_andTheVersionNamesItsOffsets() {
        log.add(play(ANNA, 0, "a"), play(ANNA, 1, "b"), play(BERT, 0, "a"));

        counting.count().orElseThrow();

        Statistics statistics = followed();
        assertThat(statistics.version()).isEqualTo(1);
        assertThat(statistics.offsets()).containsExactly(Map.entry(0, 2L));
        assertThat(plays(statistics, "a")).isEqualTo(2);
        assertThat(plays(statistics, "b")).isEqualTo(1);
    }

    @Test
    void nothingNew_isNoVersion() {
        log.add(play(ANNA, 0, "a"));
        counting.count();

        assertThat(counting.count()).isEmpty();
        assertThat(store.latest()).isEqualTo(1);
    }

    @Test
    void eventsThatComeAgain_areCountedOnce_alsoThoseThatComeLate() {
        log.add(play(ANNA, 0, "a"), play(ANNA, 1, "a"), play(ANNA, 0, "a"), play(ANNA, 4, "a"), play(ANNA, 1, "a"));
        counting.count();
        log.add(play(ANNA, 2, "a"), play(ANNA, 4, "a"), play(ANNA, 2, "a"), play(ANNA, 3, "a"));
        counting.count();

        assertThat(plays(followed(), "a")).isEqualTo(5);
    }

    @Test
    void newHolder_goesOnBehindTheNewestVersion_andKnowsWhatWasCounted() {
        log.add(play(ANNA, 0, "a"), play(ANNA, 1, "a"));
        counting.count();
        clock.advance(Duration.ofMinutes(2));
        log.add(play(ANNA, 1, "a"), play(ANNA, 2, "a"));

        countingAs("another").count();

        assertThat(plays(followed(), "a")).isEqualTo(3);
        assertThat(counting.count()).as("it has lost the lease").isEmpty();
    }

    @Test
    void holderWhoseLeaseOverlaps_losesItsVersion_andBeginsAnew() {
        log.add(play(ANNA, 0, "a"));
        counting.count();
        CountingStatistics other = new CountingStatistics(store, log, new InMemoryLeases(clock), clock, "other");
        log.add(play(ANNA, 1, "a"));
        other.count();
        log.add(play(ANNA, 2, "a"));

        assertThat(counting.count()).isEmpty();
        counting.count();

        assertThat(store.latest()).isEqualTo(3);
        assertThat(plays(followed(), "a")).isEqualTo(3);
    }

    @Test
    void earlierVersion_isReadAsItWas_withBasesOrWithout() {
        List<Statistics> all = new ArrayList<>(List.of(Statistics.empty()));
        for (int i = 0; i < 300; i++) {
            log.add(play(ANNA, i, "card-" + i % 7));
            clock.advance(Duration.ofSeconds(30));
            counting.count().orElseThrow();
            all.add(followed());
        }

        assertThat(store.baseUpTo(300).version()).isGreaterThan(180);
        for (int version = 0; version <= 300; version += 37) {
            Statistics read = new FollowedStatistics(store).at(version);
            assertThat(read.asBase()).isEqualTo(all.get(version).asBase());
            assertThat(read.mostPopular()).isEqualTo(all.get(version).mostPopular());
        }
    }

    @Test
    void versionThatIsNotThere_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FollowedStatistics(store).at(3));
    }

    private CountingStatistics countingAs(String holder) {
        return new CountingStatistics(store, log, leases, clock, holder);
    }

    private Statistics followed() {
        FollowedStatistics followed = new FollowedStatistics(store);
        followed.follow();
        return followed.current();
    }

    private static double plays(Statistics statistics, String cardId) {
        return statistics.card(new CardId(cardId)).responses().plays();
    }

    private RecordedEvent play(StreamId stream, long sequence, String cardId) {
        return new RecordedEvent(
                stream,
                sequence,
                new UUID(1, sequence),
                PLAYED,
                new InteractionRecorded(
                        new InteractionId("i" + sequence),
                        InteractionType.PLAY,
                        new CardFacts(new CardId(cardId), CardKind.TRACK, List.of(), List.of()),
                        PLAYED,
                        null,
                        null),
                Map.of());
    }

    /** What was published, in a list; read some at a time, and often nothing in time. */
    private static final class OnePartition implements EventOffsets {
        private final List<RecordedEvent> records = new ArrayList<>();

        void add(RecordedEvent... events) {
            records.addAll(List.of(events));
        }

        @Override
        public Reading after(Map<Integer, Long> covered, long before) {
            long known = covered.getOrDefault(0, -1L);
            return new Reading() {
                private long next = Math.max(0, known + 1 - before);

                private boolean late;

                @Override
                public List<EventBatch> next(Duration patience) {
                    late = !late;
                    if (late) {
                        return List.of();
                    }
                    long end = Math.min(records.size(), next <= known ? known + 1 : next + 2);
                    if (next >= end) {
                        return List.of();
                    }
                    EventBatch batch = new EventBatch(0, next, end, records.subList((int) next, (int) end));
                    next = end;
                    return List.of(batch);
                }

                @Override
                public boolean isBehind() {
                    return next < records.size();
                }

                @Override
                public void close() {}
            };
        }
    }
}

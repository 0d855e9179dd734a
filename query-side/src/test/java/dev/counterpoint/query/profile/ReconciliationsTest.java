package dev.counterpoint.query.profile;

import static dev.counterpoint.query.SmallPlatform.listener;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.SkippedEvents;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.lease.InMemoryLeases;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.query.SmallPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationsTest {
    private static final StreamId ANNA = listener("anna");
    private static final StreamId BERT = listener("bert");
    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    private final SmallPlatform platform = new SmallPlatform();
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryLeases leases = new InMemoryLeases(platform.clock);
    private final List<StoredEvent> published = new ArrayList<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final Parking parking =
            new Parking(new InMemoryParkedListeners(), platform.history, new SkippedEvents(), platform.clock);

    private final ProjectingProfiles projecting =
            new ProjectingProfiles(profiles, platform.history, parking, 1_000_000);

    @BeforeEach
    void play() {
        platform.playSome(ANNA, 9);
        platform.playSome(BERT, 4);
    }

    @AfterEach
    void close() {
        platform.close();
        work.shutdownNow();
    }

    private Reconciliations reconciliations(String process) {
        return reconciliations(process, new TwoListeners());
    }

    private Reconciliations reconciliations(String process, StoredStreams streams) {
        EventPublisher publisher = events -> {
            published.addAll(events);
            return CompletableFuture.completedFuture(null);
        };
        return new Reconciliations(
                new Reconciled(streams, profiles, projecting, parking, platform.history.asLog(), publisher),
                leases,
                platform.clock,
                process,
                Duration.ofHours(24),
                work);
    }

    private ReconciliationReport ended(Reconciliations reconciliations) throws Exception {
        ReconciliationReport started = reconciliations.start();
        work.submit(() -> {}).get(30, TimeUnit.SECONDS);
        return reconciliations.find(started.id()).orElseThrow();
    }

    private Profile foldOf(StreamId stream) {
        return Profile.empty().applyAll(platform.history.after(stream, -1, 100));
    }

    private void project(StreamId stream, int events) {
        projecting.accept(new EventBatch(0, 0, events, platform.history.after(stream, -1, events)));
    }

    @Test
    void profiles_that_are_not_there_in_this_fold_are_rebuilt_and_nothing_is_published_for_them() throws Exception {
        platform.clock.advance(LONG_AGO);

        ReconciliationReport report = ended(reconciliations("p"));

        assertThat(profiles.find(ANNA)).contains(foldOf(ANNA));
        assertThat(profiles.find(BERT)).contains(foldOf(BERT));
        assertThat(report.percent()).isEqualTo(100);
        assertThat(report.listeners()).isEqualTo(2);
        assertThat(report.rebuilt()).isEqualTo(2);
        assertThat(report.repaired()).isZero();
        assertThat(published).isEmpty();
        assertThat(profiles.isRebuilt()).isTrue();
    }

    @Test
    void events_that_never_arrived_are_folded_and_published_again() throws Exception {
        project(ANNA, 3);
        project(BERT, 100);
        platform.clock.advance(LONG_AGO);
        Reconciliations reconciliations = reconciliations("p");

        ReconciliationReport report = ended(reconciliations);

        assertThat(profiles.find(ANNA)).contains(foldOf(ANNA));
        assertThat(published)
                .extracting(StoredEvent::sequence)
                .isEqualTo(platform.history.after(ANNA, 2, 100).stream()
                        .map(RecordedEvent::sequence)
                        .toList());
        assertThat(published).extracting(StoredEvent::stream).containsOnly(ANNA);
        assertThat(report.repaired()).isEqualTo(1);
        assertThat(report.rebuilt()).isZero();
        assertThat(reconciliations.repaired()).isEqualTo(1);
    }

    @Test
    void what_may_be_on_its_way_is_folded_and_not_published() throws Exception {
        project(ANNA, 3);

        ended(reconciliations("p"));

        assertThat(profiles.find(ANNA)).contains(foldOf(ANNA));
        assertThat(published).isEmpty();
    }

    @Test
    void a_store_that_cannot_be_read_ends_it_and_the_fold_counts_as_not_rebuilt() throws Exception {
        StoredStreams broken = new TwoListeners() {
            @Override
            public void forEach(int part, Consumer<StreamEnd> streams) {
                throw new IllegalStateException("not this time");
            }
        };

        ReconciliationReport report = ended(reconciliations("p", broken));

        assertThat(report.failure()).isNotNull();
        assertThat(report.endedAt()).isNotNull();
        assertThat(profiles.isRebuilt()).isFalse();
    }

    @Test
    void a_fold_that_was_never_rebuilt_is_rebuilt_by_one_process_at_once() throws Exception {
        Reconciliations one = reconciliations("one");
        Reconciliations other = reconciliations("other");

        one.startIfDue();
        other.startIfDue();
        work.submit(() -> {}).get(30, TimeUnit.SECONDS);

        assertThat(profiles.isRebuilt()).isTrue();
        assertThat(one.repaired() + other.repaired()).isZero();
        assertThat(profiles.find(ANNA)).isPresent();
    }

    @Test
    void a_rebuilt_fold_is_looked_at_once_in_an_interval_by_one_of_all() throws Exception {
        profiles.markRebuilt();
        project(ANNA, 3);
        platform.clock.advance(LONG_AGO);
        Reconciliations one = reconciliations("one");
        Reconciliations other = reconciliations("other");

        one.startIfDue();
        platform.clock.advance(Duration.ofSeconds(1));
        one.startIfDue();
        other.startIfDue();
        work.submit(() -> {}).get(30, TimeUnit.SECONDS);

        assertThat(published).hasSize(platform.history.after(ANNA, 2, 100).size());
        assertThat(one.repaired()).isEqualTo(1);
        assertThat(other.repaired()).isZero();
    }

    private class TwoListeners implements StoredStreams {
        @Override
        public int parts() {
            return 2;
        }

        @Override
        public void forEach(int part, Consumer<StreamEnd> streams) {
            StreamId stream = part == 0 ? ANNA : BERT;
            streams.accept(new StreamEnd(stream, platform.history.head(stream), false));
        }

        @Override
        public void walk(int part, Visitor visitor) {
            throw new StoreUnavailableException("nobody walks here", null);
        }
    }
}

package dev.counterpoint.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.command.TestClock;
import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.domain.lease.InMemoryLeases;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasingTest {
    private static final ListenerId ALICE = new ListenerId("alice");
    private static final ListenerId BOB = new ListenerId("bob");
    private static final Duration SETTLES = Duration.ofSeconds(60);

    private final TestClock clock = new TestClock();
    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryContentKeys keys = new InMemoryContentKeys();
    private final InMemoryErasures erasures = new InMemoryErasures();
    private final InMemoryErasureLedger ledger = new InMemoryErasureLedger();
    private final List<StreamId> purged = new ArrayList<>();
    private final StreamId alice = pseudonyms.of(ALICE);
    private final List<StreamId> dropped = new ArrayList<>();
    private boolean storeIsAway;
    private long nanos;

    private final Erasing erasing = erasing(log, keys, erasures);

    @BeforeEach
    void somethingIsRecorded() {
        record(alice);
        record(pseudonyms.of(BOB));
    }

    @Test
    void when_it_is_answered_nothing_can_be_read_or_recorded_any_more() {
        ErasureReport report = erasing.erase(ALICE);

        assertThat(report.isComplete()).isFalse();
        assertThat(report.steps().keySet()).containsExactly("stream-sealed", "key-destroyed");
        assertThat(report.firstRecordedAt()).isEqualTo(TestClock.START);
        assertThat(log.head(alice).sealed()).isTrue();
        assertThat(dropped).contains(alice);
        assertThatThrownBy(() -> keys.toRead(alice)).isInstanceOf(ContentErasedException.class);
    }

    @Test
    void behind_it_rows_are_purged_twice_and_the_report_is_complete_when_nothing_can_come_late() {
        StreamHead before = log.head(alice);
        erasing.erase(ALICE);
        erasing.follow();
        erasing.work();
        assertThat(purged).containsExactly(alice);
        erasing.work();
        assertThat(erasing.reportOf(ALICE).isComplete()).isFalse();

        nanos += SETTLES.toNanos();
        erasing.work();

        assertThat(purged).containsExactly(alice, alice);
        assertThat(erasing.reportOf(ALICE).isComplete()).isTrue();
        assertThat(log.read(alice, 0, 10)).isEmpty();
        assertThat(log.head(alice)).isEqualTo(before.asSealed());
        assertThat(log.read(pseudonyms.of(BOB), 0, 10)).hasSize(1);
    }

    @Test
    void asking_again_begins_nothing_new() {
        ErasureReport first = erasing.erase(ALICE);
        clock.move(Duration.ofDays(1));

        assertThat(erasing.erase(ALICE)).isEqualTo(first);
        assertThat(ledger.newNotes()).hasSize(1);
    }

    @Test
    void who_never_was_here_cannot_be_erased_and_nothing_is_left_of_the_request() {
        ListenerId nobody = new ListenerId("nobody");

        assertThatThrownBy(() -> erasing.erase(nobody)).isInstanceOf(RequestRefusedException.class);
        assertThatThrownBy(() -> erasing.reportOf(nobody)).isInstanceOf(RequestRefusedException.class);
        assertThat(ledger.newNotes()).isEmpty();
    }

    @Test
    void a_process_that_died_after_its_note_is_made_good_for() {
        ledger.note(new ErasureNote(alice, clock.now()));
        erasing.follow();
        erasing.work();
        nanos += SETTLES.toNanos();
        erasing.work();

        assertThat(erasures.find(alice).orElseThrow().isComplete()).isTrue();
        assertThat(log.head(alice).sealed()).isTrue();
    }

    @Test
    void an_old_backup_does_not_bring_anybody_back() {
        eraseWholly();
        InMemoryEventLog oldLog = new InMemoryEventLog();
        InMemoryContentKeys oldKeys = new InMemoryContentKeys();
        recordIn(oldLog, alice);
        oldKeys.toWrite(alice);
        Erasing afterwards = erasing(oldLog, oldKeys, erasures);
        ledger.note(new ErasureNote(alice, clock.now()));

        afterwards.follow();
        afterwards.work();

        assertThat(oldLog.read(alice, 0, 10)).isEmpty();
        assertThat(oldLog.head(alice).sealed()).isTrue();
        assertThatThrownBy(() -> oldKeys.toRead(alice)).isInstanceOf(ContentErasedException.class);
        assertThat(erasures.find(alice).orElseThrow().isComplete()).isFalse();
    }

    @Test
    void what_the_ledger_names_and_is_erased_is_left_alone() {
        eraseWholly();
        purged.clear();
        ledger.note(new ErasureNote(alice, clock.now()));

        erasing.follow();
        erasing.work();

        assertThat(purged).isEmpty();
    }

    @Test
    void a_store_that_is_away_keeps_the_report_open_until_it_is_back() {
        storeIsAway = true;
        erasing.erase(ALICE);
        erasing.work();
        nanos += SETTLES.toNanos();
        erasing.work();
        assertThat(erasing.reportOf(ALICE).isComplete()).isFalse();

        storeIsAway = false;
        erasing.work();
        nanos += SETTLES.toNanos();
        erasing.work();

        assertThat(erasing.reportOf(ALICE).isComplete()).isTrue();
    }

    private void eraseWholly() {
        erasing.erase(ALICE);
        erasing.follow();
        erasing.work();
        nanos += SETTLES.toNanos();
        erasing.work();
        assertThat(erasing.reportOf(ALICE).isComplete()).isTrue();
    }

    private Erasing erasing(InMemoryEventLog events, InMemoryContentKeys withKeys, Erasures reports) {
        return new Erasing(
                pseudonyms,
                events,
                withKeys,
                List.of(
                        new PersonalStore(
                                "events",
                                stream ->
                                        events.purge(stream, events.head(stream).sequence())),
                        new PersonalStore("others", this::purge)),
                dropped::add,
                reports,
                ledger,
                new FollowedRegistry(new NothingRecorded()),
                new InMemoryLeases(clock),
                new ErasureSettings(SETTLES, Duration.ofSeconds(10)),
                clock,
                () -> nanos,
                "this-process");
    }

    private void purge(StreamId stream) {
        if (storeIsAway) {
            throw new StoreUnavailableException("taken away by the test", null);
        }
        purged.add(stream);
    }

    private void record(StreamId stream) {
        recordIn(log, stream);
        keys.toWrite(stream);
    }

    private void recordIn(InMemoryEventLog events, StreamId stream) {
        NewEvent event = new NewEvent(
                UUID.randomUUID(),
                clock.now(),
                StoredContent.NO_KEY,
                new EncodedEvent("said", 1, new byte[] {1}),
                EventMetadata.of(Map.of()));
        events.append(new Append(stream, -1, List.of(event)));
    }

    private static final class NothingRecorded implements EventHistory {
        @Override
        public List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
            return List.of();
        }

        @Override
        public long head(StreamId stream) {
            return -1;
        }
    }
}

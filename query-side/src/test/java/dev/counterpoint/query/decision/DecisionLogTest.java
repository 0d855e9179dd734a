package dev.counterpoint.query.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.decision.DecisionChain;
import dev.counterpoint.domain.decision.DecisionContents.Stored;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.query.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final TestClock clock = new TestClock();
    private final SlowGroups groups = new SlowGroups(clock);
    private final DecisionIds ids = new DecisionIds(new byte[32]);
    private final List<DecisionGroup> published = new CopyOnWriteArrayList<>();
    private final DecisionLog log = new DecisionLog(groups, ids, PATIENCE, published::add);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void append_whenDurable_answersWithIdPlaceAndReceipt() throws Exception {
        LoggedDecision logged = get(log.append(draft("page")));

        assertThat(logged.record().bytes()).isEqualTo(bytes("page " + logged.id()));
        assertThat(groups.find(logged.position())).contains(logged);
        assertThat(ids.placeOf(logged.id()).orElseThrow().epoch())
                .isEqualTo(logged.position().epoch());
        assertThat(logged.hash())
                .isEqualTo(
                        DecisionChain.link(1, 0, 0, logged.id(), logged.record().bytes(), DecisionChain.start(1)));
    }

    @Test
    void append_whileAGroupIsOnItsWay_sharesTheNextOne() throws Exception {
        groups.holdNextWrite();
        CompletionStage<LoggedDecision> first = log.append(draft("first"));
        groups.awaitHeldWrite();
        List<CompletionStage<LoggedDecision>> others = IntStream.range(0, 10)
                .mapToObj(i -> log.append(draft("other " + i)))
                .toList();
        groups.releaseHeldWrite();

        get(first);
        for (int i = 0; i < 10; i++) {
            assertThat(get(others.get(i)).position()).isEqualTo(new LogPosition(1, 1, i));
        }
        assertThat(published).extracting(group -> group.entries().size()).containsExactly(1, 10);
    }

    @Test
    void chain_runsThroughAllGroups() throws Exception {
        for (int i = 0; i < 5; i++) {
            get(log.append(draft("page " + i)));
        }

        byte[] link = DecisionChain.start(1);
        for (DecisionGroup group : published) {
            assertThat(group.previousHash()).isEqualTo(link);
            LoggedDecision entry = group.entries().get(0);
            link = DecisionChain.link(
                    1, group.group(), 0, entry.id(), entry.record().bytes(), link);
            assertThat(entry.hash()).isEqualTo(link);
        }
        assertThat(published).hasSize(5);
    }

    @Test
    void append_whenTheFirstWriteFails_isTriedAgain() throws Exception {
        groups.failWrites(1);

        assertThat(get(log.append(draft("page"))).position()).isEqualTo(new LogPosition(1, 0, 0));
    }

    @Test
    void append_whenNoWriteSucceeds_isVoidAndTheChainGoesOn() throws Exception {
        groups.failWrites(2);
        CompletionStage<LoggedDecision> lost = log.append(draft("lost"));
        assertThatThrownBy(() -> get(lost)).hasCauseInstanceOf(DecisionNotLoggedException.class);

        LoggedDecision next = get(log.append(draft("next")));

        byte[] voidLink = DecisionChain.voidLink(1, 0, DecisionChain.start(1));
        assertThat(published.get(0).previousHash()).isEqualTo(voidLink);
        assertThat(next.position()).isEqualTo(new LogPosition(1, 1, 0));
        assertThat(groups.find(new LogPosition(1, 0, 0))).isEmpty();
    }

    @Test
    void append_ofADraftThatCannotBeEncoded_failsAlone() throws Exception {
        DecisionDraft broken = new DecisionDraft(stream(), clock.now(), null, id -> {
            throw new IllegalStateException("broken");
        });

        CompletionStage<LoggedDecision> failed = log.append(broken);
        CompletionStage<LoggedDecision> fine = log.append(draft("fine"));

        assertThatThrownBy(() -> get(failed)).hasRootCauseMessage("broken");
        assertThat(get(fine).record().bytes()).isNotEmpty();
    }

    @Test
    void request_findsItsDecisionFor24Hours() throws Exception {
        RequestKey request = new RequestKey("r1", "rows=8");
        LoggedDecision logged =
                get(log.append(new DecisionDraft(stream(), clock.now(), request, id -> stored("page"))));

        assertThat(groups.answered(stream(), "r1")).contains(new DecisionGroups.Answered(logged.position(), request));
        clock.advance(DecisionGroups.REQUESTS_KEPT);
        assertThat(groups.answered(stream(), "r1")).isEmpty();
    }

    @Test
    void append_afterClose_fails() {
        log.close();

        assertThatThrownBy(() -> get(log.append(draft("late")))).hasCauseInstanceOf(DecisionNotLoggedException.class);
    }

    private DecisionDraft draft(String content) {
        return new DecisionDraft(stream(), clock.now(), null, id -> stored(content + " " + id));
    }

    private static StreamId stream() {
        return StreamId.ofListener("abc");
    }

    private static Stored stored(String text) {
        return new Stored(null, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LoggedDecision get(CompletionStage<LoggedDecision> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** The in-memory groups, with writes that fail or wait when told. */
    private static final class SlowGroups implements DecisionGroups {
        private final InMemoryDecisionGroups inner;
        private final AtomicInteger failures = new AtomicInteger();
        private final CompletableFuture<Void> release = new CompletableFuture<>();
        private final CompletableFuture<Void> held = new CompletableFuture<>();
        private volatile boolean hold;

        SlowGroups(TestClock clock) {
            inner = new InMemoryDecisionGroups(clock);
        }

        void failWrites(int count) {
            failures.set(count);
        }

        void holdNextWrite() {
            hold = true;
        }

        void awaitHeldWrite() throws ExecutionException, InterruptedException {
            held.get();
        }

        void releaseHeldWrite() {
            release.complete(null);
        }

        @Override
        public Optional<StoredGroup> stored(long epoch, long group) {
            return inner.stored(epoch, group);
        }

        @Override
        public long lastEpoch() {
            return inner.lastEpoch();
        }

        @Override
        public void forget(StreamId stream) {
            inner.forget(stream);
        }

        @Override
        public List<LogMark> newestOf(StreamId stream, LogMark before, int limit) {
            return inner.newestOf(stream, before, limit);
        }

        @Override
        public long newEpoch() {
            return inner.newEpoch();
        }

        @Override
        public CompletionStage<Void> write(DecisionGroup group) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return CompletableFuture.failedFuture(new IllegalStateException("the store is away"));
            }
            if (hold) {
                hold = false;
                held.complete(null);
                return release.thenCompose(done -> inner.write(group));
            }
            return inner.write(group);
        }

        @Override
        public CompletionStage<Void> writeVoid(long epoch, long group, byte[] hash) {
            return inner.writeVoid(epoch, group, hash);
        }

        @Override
        public Optional<LoggedDecision> find(LogPosition position) {
            return inner.find(position);
        }

        @Override
        public Optional<Answered> answered(StreamId stream, String requestId) {
            return inner.answered(stream, requestId);
        }
    }
}

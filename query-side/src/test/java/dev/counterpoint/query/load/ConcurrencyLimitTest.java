package dev.counterpoint.query.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final Duration A_MOMENT = Duration.ofMillis(5);
    private static final Duration FOR_EVER = Duration.ofMinutes(5);

    private final ExecutorService others = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        others.shutdownNow();
    }

    @Test
    void within_whileThereIsAPlace_answersWhatTheWorkDoes() {
        ConcurrencyLimit limit = new ConcurrencyLimit(2, NOT_AT_ALL);

        assertThat(limit.within(() -> limit.within(limit::running))).isEqualTo(2);
        assertThat(limit.running()).isZero();
        assertThat(limit.refused()).isZero();
    }

    @Test
    void within_noPlaceInTime_isRefused_andTheWorkDoesNotRun() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, A_MOMENT);
        AtomicInteger ran = new AtomicInteger();
        hold(limit);

        assertThatThrownBy(() -> limit.within(ran::incrementAndGet)).isInstanceOf(OverloadedException.class);

        assertThat(ran).hasValue(0);
        assertThat(limit.running()).isEqualTo(1);
        assertThat(limit.refused()).isEqualTo(1);
    }

    @Test
    void within_aPlaceIsFreedInTime_takesIt() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, FOR_EVER);
        hold(limit);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> limit.within(() -> "done"), others);
        await(() -> limit.waiting() == 1);
        assertThat(second).isNotDone();

        end.countDown();

        assertThat(second).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("done");
        assertThat(limit.refused()).isZero();
    }

    @Test
    void within_asManyWaitAsMayRun_isRefusedAtOnce_howeverPatient() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, FOR_EVER);
        hold(limit);
        others.execute(() -> limit.within(() -> "second"));
        await(() -> limit.waiting() == 1);

        assertThatThrownBy(() -> limit.within(() -> "third")).isInstanceOf(OverloadedException.class);
    }

    @Test
    void within_theWorkFails_freesItsPlace() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, NOT_AT_ALL);

        assertThatThrownBy(() -> limit.within(() -> {
                    throw new IllegalStateException("broken by the test");
                }))
                .hasMessage("broken by the test");

        assertThat(limit.within(() -> "next")).isEqualTo("next");
    }

    @Test
    void within_interruptedWhileItWaits_isRefused_andStaysInterrupted() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, FOR_EVER);
        hold(limit);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> limit.within(() -> "late")).isInstanceOf(OverloadedException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void within_underAStorm_neverMoreRunThanMay_andEachIsAnsweredOrRefused() {
        Storm storm = new Storm(new ConcurrencyLimit(3, A_MOMENT));
        List<CompletableFuture<Void>> callers = IntStream.range(0, 24)
                .mapToObj(any -> CompletableFuture.runAsync(() -> storm.calls(50), others))
                .toList();

        callers.forEach(CompletableFuture::join);

        assertThat(storm.most.get()).isBetween(1, 3);
        assertThat(storm.answered.get() + storm.limit.refused()).isEqualTo(24 * 50);
        assertThat(storm.limit.running()).isZero();
    }

    @Test
    void sizesAndPatiences_thatMakeNoSense_areRefused() {
        assertThatThrownBy(() -> new ConcurrencyLimit(0, A_MOMENT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConcurrencyLimit(1, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Takes a place until the test ends, or says so. */
    private void hold(ConcurrencyLimit limit) {
        int before = limit.running();
        others.execute(() -> limit.within(this::atEnd));
        await(() -> limit.running() > before);
    }

    private boolean atEnd() {
        try {
            return end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException closed) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - began)
                    .isLessThan(Duration.ofSeconds(30).toNanos());
            Thread.yield();
        }
    }

    /** Calls that count for themselves how many of them run at a time. */
    private record Storm(ConcurrencyLimit limit, AtomicInteger running, AtomicInteger most, AtomicInteger answered) {

        Storm(ConcurrencyLimit limit) {
            this(limit, new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        }

        void calls(int count) {
            for (int i = 0; i < count; i++) {
                try {
                    limit.within(this::call);
                    answered.incrementAndGet();
                } catch (OverloadedException full) {
                    Thread.yield();
                }
            }
        }

        private int call() {
            int now = running.incrementAndGet();
            Thread.yield();
            most.accumulateAndGet(now, Math::max);
            return running.decrementAndGet();
        }
    }
}

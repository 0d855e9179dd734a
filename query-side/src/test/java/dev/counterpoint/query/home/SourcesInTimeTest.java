package dev.counterpoint.query.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.Sources;
import dev.counterpoint.query.SmallPlatform;
import dev.counterpoint.query.decision.LoggedDecision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourcesInTimeTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final StreamId ann = SmallPlatform.listener("ann");

    @AfterEach
    void close() {
        over.countDown();
        threads.shutdownNow();
    }

    @Test
    void all_in_time_propose_what_they_do_one_after_the_other() {
        try (SmallPlatform alone = platform(new SourcesInTime(new Sources(), noThreads(), LONG));
                SmallPlatform together = platform(new SourcesInTime(new Sources(), threads, LONG))) {
            assertThat(page(together).proposals()).isEqualTo(page(alone).proposals());
            assertThat(page(together).late()).isEmpty();
        }
    }

    @Test
    void one_that_is_late_is_left_out_and_the_record_says_so() {
        SourcesInTime sources = new SourcesInTime(new Sources(), stalling(0), Duration.ofMillis(100));
        try (SmallPlatform platform = platform(sources)) {
            platform.playSome(ann, 30);
            LoggedDecision logged =
                    platform.pages.serve(ann, SmallPlatform.request(null)).logged();
            DecisionRecord page = SmallPlatform.record(logged);

            assertThat(page.late()).containsExactly(SourceKind.POPULAR);
            assertThat(kinds(page)).doesNotContain(SourceKind.POPULAR).contains(SourceKind.TAG);
            assertThat(page.treatment().degraded()).isEmpty();
            assertThat(platform.decisions.reproduce(logged.id()).identical()).isTrue();
            assertThat(sources.missed(SourceKind.POPULAR)).isEqualTo(1);
            assertThat(sources.missed(SourceKind.TAG)).isZero();
        }
    }

    private DecisionRecord page(SmallPlatform platform) {
        platform.playSome(ann, 30);
        platform.moveOn();
        return platform.page(ann);
    }

    private static List<SourceKind> kinds(DecisionRecord page) {
        return page.proposals().stream().map(ShelfProposal::source).toList();
    }

    private static SmallPlatform platform(SourcesInTime sources) {
        return new SmallPlatform(SmallPlatform.places(), sources);
    }

    /** Refuses all work. */
    private static ExecutorService noThreads() {
        ThreadPoolExecutor none = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
        none.shutdown();
        return none;
    }

    /** Runs all that it is given but one, which stays until the test is over. */
    private ExecutorService stalling(int which) {
        return new ThreadPoolExecutor(8, 8, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            private int given;

            @Override
            public <T> Future<T> submit(Callable<T> task) {
                boolean stalls = given++ == which;
                return threads.submit(() -> {
                    if (stalls) {
                        over.await();
                    }
                    return task.call();
                });
            }
        };
    }
}

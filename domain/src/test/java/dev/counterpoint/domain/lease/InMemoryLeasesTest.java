package dev.counterpoint.domain.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.time.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryLeasesTest {
    private static final Duration SPAN = Duration.ofSeconds(10);

    private final TestClock clock = new TestClock();
    private final Leases leases = new InMemoryLeases(clock);

    @Test
    void acquire_whileAnotherHolds_fails() {
        assertThat(leases.acquire("epochs", "a", SPAN)).isTrue();
        assertThat(leases.acquire("epochs", "b", SPAN)).isFalse();
        assertThat(leases.acquire("statistics", "b", SPAN)).isTrue();
    }

    @Test
    void acquire_again_prolongs() {
        leases.acquire("epochs", "a", SPAN);
        clock.advance(Duration.ofSeconds(9));
        assertThat(leases.acquire("epochs", "a", SPAN)).isTrue();
        clock.advance(Duration.ofSeconds(9));

        assertThat(leases.acquire("epochs", "b", SPAN)).isFalse();
    }

    @Test
    void acquire_afterTheSpan_succeeds() {
        leases.acquire("epochs", "a", SPAN);
        clock.advance(SPAN);

        assertThat(leases.acquire("epochs", "b", SPAN)).isTrue();
    }

    @Test
    void release_byTheHolderOnly_frees() {
        leases.acquire("epochs", "a", SPAN);
        leases.release("epochs", "b");
        assertThat(leases.acquire("epochs", "b", SPAN)).isFalse();

        leases.release("epochs", "a");
        assertThat(leases.acquire("epochs", "b", SPAN)).isTrue();
    }

    private static final class TestClock implements PlatformClock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public String name() {
            return "simulated";
        }

        void advance(Duration span) {
            now = now.plus(span);
        }
    }
}

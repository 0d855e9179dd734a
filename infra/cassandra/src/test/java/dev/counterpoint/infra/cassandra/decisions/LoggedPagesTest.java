package dev.counterpoint.infra.cassandra.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.listener.ServedPage;
import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.decision.InMemoryDecisionGroups;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoggedPagesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(400);

    private final DecisionIds ids = new DecisionIds(new byte[32]);
    private final LoggedPages pages = new LoggedPages(
            new InMemoryDecisionGroups(new StandingClock()),
            new DecisionContents(new ContentProtection(new InMemoryContentKeys())),
            ids,
            RETENTION,
            new StandingClock());

    @Test
    void idThatWasInvented_orMadeUnderAnotherKey_wasNeverServed() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThat(pages.find(new DecisionId("invented"))).isEmpty();
        assertThat(pages.find(new DecisionIds(otherKey).idOf(1, 2, 3, NOW))).isEmpty();
    }

    @Test
    void idOfOurs_withoutARecord_isPastRetentionOrWasNeverServed() {
        assertThat(pages.find(ids.idOf(1, 2, 3, NOW.minus(RETENTION).minusSeconds(1))))
                .contains(new ServedPage.PastRetention());
        assertThat(pages.find(ids.idOf(1, 2, 3, NOW.minusSeconds(60))))
                .as("its group was given up")
                .isEmpty();
    }

    private static final class StandingClock implements PlatformClock {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public String name() {
            return "simulated";
        }
    }
}

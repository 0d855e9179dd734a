package dev.counterpoint.infra.cassandra.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.lease.InMemoryLeases;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.Keyspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WriterIT {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Time time = new Time();
    private final InMemoryLeases leases = new InMemoryLeases(time);
    private final Intents intents = new Intents(Keyspaces.shared());
    private final Outstanding outstanding = new Outstanding(Duration.ofSeconds(60));
    private final Writer writer =
            new Writer(intents, leases, outstanding, PublicationSettings.STANDARD, time, time::nanos);
    private final StreamId stream = Appends.freshStream();

    @Test
    void an_intent_is_written_once_in_ten_seconds() {
        long bucket = writer.announce(new Intent(stream, 4));
        writer.announce(new Intent(stream, 5));
        assertThat(intentsOf(writer.name(), bucket)).containsExactly(new Intent(stream, 4));

        time.pass(SECOND.multipliedBy(10));
        long next = writer.announce(new Intent(stream, 9));

        assertThat(next).isEqualTo(bucket + 1);
        assertThat(intentsOf(writer.name(), next)).containsExactly(new Intent(stream, 9));
    }

    @Test
    void the_span_covers_every_bucket_that_is_written_and_a_minute_before() {
        for (int step = 0; step < 40; step++) {
            long bucket = writer.announce(new Intent(stream, step));
            assertThat(span().firstBucket()).isEqualTo(bucket - 7);
            assertThat(span().lastBucket()).isGreaterThanOrEqualTo(bucket);
            time.pass(SECOND.multipliedBy(10));
            writer.renew();
        }
    }

    @Test
    void the_span_begins_with_what_is_outstanding() {
        Intent intent = new Intent(stream, 4);
        long bucket = writer.announce(intent);
        outstanding.announced(intent, bucket, 0);
        time.pass(SECOND.multipliedBy(300));

        writer.renew();

        assertThat(span().firstBucket()).isEqualTo(bucket);
    }

    @Test
    void a_clock_that_goes_back_does_not_open_older_buckets() {
        long bucket = writer.announce(new Intent(stream, 4));
        time.setBack(Duration.ofHours(1));

        assertThat(writer.announce(new Intent(stream, 5))).isEqualTo(bucket);
    }

    @Test
    void a_lost_lease_means_a_new_name_with_everything_outstanding_under_it() {
        Intent old = new Intent(stream, 4);
        outstanding.announced(old, writer.announce(old), 0);
        UUID name = writer.name();
        time.pass(SECOND.multipliedBy(20));
        assertThat(leases.acquire(Writer.leaseOf(name), "another process", SECOND))
                .isTrue();
        StreamId other = Appends.freshStream();

        long bucket = writer.announce(new Intent(other, 0));

        assertThat(writer.name()).isNotEqualTo(name);
        assertThat(intentsOf(writer.name(), bucket)).containsExactlyInAnyOrder(old, new Intent(other, 0));
    }

    private List<Intent> intentsOf(UUID name, long bucket) {
        List<Intent> found = new ArrayList<>();
        intents.forEach(name, bucket, found::add);
        return found;
    }

    private WriterSpan span() {
        return intents.writers().stream()
                .filter(span -> span.writer().equals(writer.name()))
                .findFirst()
                .orElseThrow();
    }

    /** A clock that tests move. */
    private static final class Time extends Clock implements PlatformClock {
        private Instant now = Instant.parse("2026-03-01T08:00:00Z");
        private long nanos;

        void pass(Duration duration) {
            now = now.plus(duration);
            nanos += duration.toNanos();
        }

        void setBack(Duration duration) {
            now = now.minus(duration);
        }

        long nanos() {
            return nanos;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public String name() {
            return "moved";
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

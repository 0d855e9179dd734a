package dev.counterpoint.infra.cassandra.publication;

import static dev.counterpoint.infra.cassandra.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.infra.cassandra.events.CassandraEventLog;
import dev.counterpoint.infra.cassandra.leases.CassandraLeases;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntentPublicationIT {
    private static final PublicationSettings QUICK =
            new PublicationSettings(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofMillis(100));

    private static CqlSession session;
    private static Cql cql;
    private static CassandraEventLog log;
    private static Intents intents;

    private final CollectingPublisher publisher = new CollectingPublisher();
    private final StreamId stream = Appends.freshStream();
    private final List<IntentPublication> running = new ArrayList<>();

    @BeforeAll
    static void open() {
        session = Sessions.open(Keyspaces.fresh());
        cql = new Cql(session);
        log = new CassandraEventLog(cql);
        intents = new Intents(cql);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @AfterEach
    void stop() {
        running.forEach(IntentPublication::close);
    }

    @Test
    void events_arrive_behind_their_append_and_nothing_stays_outstanding() {
        IntentPublication publication = start();

        append(publication, -1, 2);
        append(publication, 1, 1);

        eventually(() -> {
            assertThat(publisher.sequencesOf(stream)).containsExactly(0L, 1L, 2L);
            assertThat(publication.figures()).isEqualTo(new PublicationFigures(0, 0, 0, 0));
        });
    }

    @Test
    void events_that_could_not_be_handed_on_are_read_from_the_log_later() {
        IntentPublication publication = start();
        publisher.open(false);
        append(publication, -1, 2);
        append(publication, 1, 1);
        eventually(() -> assertThat(publication.figures().republished()).isPositive());
        assertThat(publication.figures().outstanding()).isEqualTo(1);

        publisher.open(true);

        eventually(() -> {
            assertThat(publisher.sequencesOf(stream)).containsSubsequence(0L, 1L, 2L);
            assertThat(publication.figures().outstanding()).isZero();
        });
    }

    @Test
    void an_append_of_unknown_outcome_arrives_when_it_turns_up_in_the_log() {
        IntentPublication publication = start();
        publication.announce(stream, -1);
        publication.unknown(stream, -1);

        log.append(Appends.of(stream, -1, 2));

        eventually(() -> assertThat(publisher.sequencesOf(stream)).containsSubsequence(0L, 1L));
        eventually(() -> assertThat(publication.figures().outstanding()).isZero());
    }

    @Test
    void a_refused_append_leaves_nothing_behind() {
        IntentPublication publication = start();
        publication.announce(stream, -1);

        publication.refused(stream, -1);

        assertThat(publication.figures().outstanding()).isZero();
    }

    @Test
    void what_a_dead_process_appended_and_did_not_hand_on_arrives_and_its_intents_are_done_with() {
        Writer dead = aWriter();
        dead.renew();
        dead.announce(new Intent(stream, -1));
        log.append(Appends.of(stream, -1, 2));
        dead.announce(new Intent(stream, 1));
        StreamId other = Appends.freshStream();
        log.append(Appends.of(other, -1, 3));
        dead.announce(new Intent(other, 1));

        start();

        eventually(() -> {
            assertThat(publisher.sequencesOf(stream)).startsWith(0L, 1L);
            assertThat(publisher.sequencesOf(other)).startsWith(2L);
        });
        log.append(Appends.of(stream, 1, 1));
        eventually(() -> assertThat(publisher.sequencesOf(stream)).contains(2L));
        eventually(() ->
                assertThat(intents.writers()).extracting(WriterSpan::writer).doesNotContain(dead.name()));
    }

    @Test
    void a_living_process_is_left_alone() {
        IntentPublication alive = start();
        publisher.open(false);
        append(alive, -1, 1);
        CollectingPublisher othersPublisher = new CollectingPublisher();
        IntentPublication other = start(othersPublisher);

        eventually(() -> assertThat(alive.figures().republished()).isGreaterThan(20));

        assertThat(othersPublisher.sequencesOf(stream)).isEmpty();
        assertThat(other.figures().deadWriters()).isZero();
    }

    @Test
    void a_process_that_closes_with_nothing_outstanding_leaves_no_trace() {
        IntentPublication publication = start();
        append(publication, -1, 1);
        List<UUID> before = intents.writers().stream().map(WriterSpan::writer).toList();

        publication.close();

        List<UUID> after = intents.writers().stream().map(WriterSpan::writer).toList();
        assertThat(before).containsAll(after);
        assertThat(after).hasSize(before.size() - 1);
    }

    private IntentPublication start() {
        return start(publisher);
    }

    private IntentPublication start(CollectingPublisher publisher) {
        IntentPublication publication =
                new IntentPublication(cql, new CassandraLeases(cql), log, publisher, QUICK, Clock.systemUTC());
        running.add(publication);
        return publication;
    }

    private Writer aWriter() {
        Outstanding outstanding = new Outstanding(QUICK.unsettledFor());
        return new Writer(intents, new CassandraLeases(cql), outstanding, QUICK, Clock.systemUTC(), System::nanoTime);
    }

    private void append(IntentPublication publication, long expectedVersion, int count) {
        publication.announce(stream, expectedVersion);
        publication.committed(log.append(Appends.of(stream, expectedVersion, count)));
    }
}

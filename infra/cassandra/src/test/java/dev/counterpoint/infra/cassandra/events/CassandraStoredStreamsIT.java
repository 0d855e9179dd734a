package dev.counterpoint.infra.cassandra.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.contracts.eventstore.StoredStreamsContract;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import org.junit.jupiter.api.Test;

class CassandraStoredStreamsIT extends StoredStreamsContract {
    private final Cql cql = new Cql(Sessions.open(Keyspaces.fresh()));
    private final CassandraEventLog log =
            new CassandraEventLog(cql, SmallBucketsEventLogIT.SMALL, UntilSettled.STANDARD);
    private final CassandraStoredStreams streams = new CassandraStoredStreams(cql, SmallBucketsEventLogIT.SMALL);

    @Override
    protected EventLog log() {
        return log;
    }

    @Override
    protected StoredStreams streams() {
        return streams;
    }

    @Test
    void the_ranges_of_the_parts_meet_and_cover_all_tokens() {
        assertThat(CassandraStoredStreams.tokenBefore(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(CassandraStoredStreams.tokenBefore(streams.parts())).isEqualTo(Long.MAX_VALUE);
        for (int part = 0; part < streams.parts(); part++) {
            assertThat(CassandraStoredStreams.tokenBefore(part))
                    .isLessThan(CassandraStoredStreams.tokenBefore(part + 1));
        }
    }
}

package dev.counterpoint.infra.cassandra.events;

import dev.counterpoint.contracts.eventstore.EventLogContract;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.infra.cassandra.Keyspaces;
import java.util.List;

/** Every call by a process that has seen no stream yet: nothing may hang on the heads that a process remembers. */
class ForgetfulEventLogIT extends EventLogContract {

    @Override
    protected EventLog log() {
        return new Forgetful();
    }

    @Override
    protected int bucketSize() {
        return SmallBucketsEventLogIT.SMALL.size();
    }

    @Override
    protected int largestAppend() {
        return SmallBucketsEventLogIT.SMALL.size();
    }

    private static final class Forgetful implements EventLog {

        private static EventLog newProcess() {
            return new CassandraEventLog(Keyspaces.shared(), SmallBucketsEventLogIT.SMALL, UntilSettled.STANDARD);
        }

        @Override
        public List<StoredEvent> append(Append append) {
            return newProcess().append(append);
        }

        @Override
        public List<StoredEvent> read(StreamId stream, long firstSequence, int limit) {
            return newProcess().read(stream, firstSequence, limit);
        }

        @Override
        public StreamHead head(StreamId stream) {
            return newProcess().head(stream);
        }

        @Override
        public StreamHead seal(StreamId stream) {
            return newProcess().seal(stream);
        }

        @Override
        public void purge(StreamId stream, long throughSequence) {
            newProcess().purge(stream, throughSequence);
        }
    }
}

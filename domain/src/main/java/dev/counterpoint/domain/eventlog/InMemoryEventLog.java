package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Streams in the memory of one process, as strict as stored ones. */
public final class InMemoryEventLog implements EventLog {
    private final ConcurrentMap<StreamId, Stream> streams = new ConcurrentHashMap<>();

    @Override
    public List<StoredEvent> append(Append append) {
        return streams.computeIfAbsent(append.stream(), Stream::new).append(append);
    }

    @Override
    public List<StoredEvent> read(StreamId stream, long firstSequence, int limit) {
        Stream present = streams.get(stream);
        return present == null ? List.of() : present.read(firstSequence, limit);
    }

    @Override
    public StreamHead head(StreamId stream) {
        Stream present = streams.get(stream);
        return present == null ? StreamHead.ofEmpty(stream) : present.head();
    }

    @Override
    public StreamHead seal(StreamId stream) {
        return streams.computeIfAbsent(stream, Stream::new).seal();
    }

    @Override
    public void purge(StreamId stream, long throughSequence) {
        Stream present = streams.get(stream);
        if (present != null) {
            present.purge(throughSequence);
        }
    }

    private static final class Stream {
        private final List<StoredEvent> events = new ArrayList<>();
        private StreamHead head;

        Stream(StreamId id) {
            head = StreamHead.ofEmpty(id);
        }

        synchronized List<StoredEvent> append(Append append) {
            List<StoredEvent> there =
                    read(append.firstSequence(), append.events().size());
            if (append.isRecordedAs(there)) {
                return there;
            }
            if (head.sealed()) {
                throw new StreamSealedException(append.stream());
            }
            if (head.sequence() != append.expectedVersion()) {
                throw new StaleVersionException(append.stream(), append.expectedVersion(), head.sequence());
            }
            List<StoredEvent> stored = head.followedBy(append);
            events.addAll(stored);
            head = StreamHead.at(stored.get(stored.size() - 1));
            return stored;
        }

        synchronized List<StoredEvent> read(long firstSequence, int limit) {
            long skipped = events.isEmpty() ? 0 : firstSequence - events.get(0).sequence();
            int from = (int) Math.max(0, Math.min(skipped, events.size()));
            return List.copyOf(events.subList(from, (int) Math.min((long) from + limit, events.size())));
        }

        synchronized StreamHead head() {
            return head;
        }

        synchronized StreamHead seal() {
            head = head.asSealed();
            return head;
        }

        synchronized void purge(long throughSequence) {
            events.removeIf(event -> event.sequence() <= throughSequence);
        }
    }
}

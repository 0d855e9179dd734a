package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** Streams in the memory of one process, as strict as stored ones. */
public final class InMemoryEventLog implements EventLog, StoredStreams {
    private static final int PARTS = 4;

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

    @Override
    public int parts() {
        return PARTS;
    }

    @Override
    public void forEach(int part, Consumer<StreamEnd> ends) {
        ofPart(part)
                .forEach(
                        stream -> ends.accept(new StreamEnd(stream, head(stream).sequence(), false)));
    }

    @Override
    public void walk(int part, Visitor visitor) {
        for (StreamId stream : ofPart(part)) {
            List<StoredEvent> events = read(stream, 0, Integer.MAX_VALUE);
            if (!events.isEmpty()) {
                visitor.visit(stream, events);
            }
        }
    }

    private List<StreamId> ofPart(int part) {
        return streams.keySet().stream()
                .filter(stream -> Math.floorMod(stream.value().hashCode(), PARTS) == part)
                .sorted(Comparator.comparing(StreamId::value))
                .toList();
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

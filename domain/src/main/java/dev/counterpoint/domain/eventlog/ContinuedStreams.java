package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * All streams, their older events out of a copy and the others from the log, as if the log had all of them. A listener who was erased may still
 * have events in the copy, which nobody can read.
 */
public final class ContinuedStreams implements StoredStreams {
    private static final int READ_AT_ONCE = 1_000;

    private final StoredStreams copy;
    private final StoredStreams stored;
    private final EventLog log;

    /**
     * @param copy of the stored streams at some time, in the same parts
     * @param log has the stored streams
     */
    public ContinuedStreams(StoredStreams copy, StoredStreams stored, EventLog log) {
        if (copy.parts() != stored.parts()) {
            throw new IllegalArgumentException("the copy has " + copy.parts() + " parts, the store " + stored.parts());
        }
        this.copy = copy;
        this.stored = stored;
        this.log = log;
    }

    @Override
    public int parts() {
        return stored.parts();
    }

    @Override
    public void forEach(int part, Consumer<StreamEnd> streams) {
        stored.forEach(part, streams);
    }

    /** @throws DivergedCopyException if the copy has events that the log has not: the log lost some, or the copy is of another log */
    @Override
    public void walk(int part, Visitor visitor) {
        List<StreamEnd> ends = new ArrayList<>();
        stored.forEach(part, ends::add);
        Merge merge = new Merge(ends.iterator(), visitor);
        copy.walk(part, merge::copied);
        merge.rest();
    }

    /** Both are in the same order, and whatever the copy has, the store knows of. */
    private final class Merge {
        private final Iterator<StreamEnd> ends;
        private final Visitor visitor;

        Merge(Iterator<StreamEnd> ends, Visitor visitor) {
            this.ends = ends;
            this.visitor = visitor;
        }

        void copied(StreamId stream, List<StoredEvent> events) {
            StoredEvent last = events.get(events.size() - 1);
            while (ends.hasNext()) {
                StreamEnd end = ends.next();
                if (end.stream().equals(stream)) {
                    visitor.visit(stream, continued(end, last, events));
                    return;
                }
                onlyStored(end);
            }
            throw new DivergedCopyException(stream, last.sequence());
        }

        void rest() {
            ends.forEachRemaining(this::onlyStored);
        }

        private void onlyStored(StreamEnd end) {
            List<StoredEvent> events = new ArrayList<>();
            readOn(end.stream(), events);
            if (!events.isEmpty()) {
                visitor.visit(end.stream(), events);
            }
        }
    }

    private List<StoredEvent> continued(StreamEnd end, StoredEvent last, List<StoredEvent> copied) {
        if (!end.mayGoOn() && end.atLeast() < last.sequence()) {
            throw new DivergedCopyException(end.stream(), last.sequence());
        }
        if (!end.mayGoOn() && end.atLeast() == last.sequence()) {
            return copied;
        }
        List<StoredEvent> events = new ArrayList<>(copied);
        readOn(end.stream(), events);
        return events;
    }

    private void readOn(StreamId stream, List<StoredEvent> events) {
        List<StoredEvent> read;
        do {
            StoredEvent last = events.isEmpty() ? null : events.get(events.size() - 1);
            read = log.read(stream, last == null ? 0 : last.sequence() + 1, READ_AT_ONCE);
            if (last != null && !read.isEmpty() && !read.get(0).follows(last)) {
                throw new DivergedCopyException(stream, last.sequence());
            }
            events.addAll(read);
        } while (read.size() == READ_AT_ONCE);
    }
}

package dev.counterpoint.infra.benchmarks.store;

import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EnvelopeHash;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
import java.util.ArrayList;
import java.util.List;

/** Reads streams to their ends and checks on the way that they are whole. */
final class StoredStreams {
    private static final int READ_AT_ONCE = 1_000;

    private final EventLog log;
    private final EventContents contents;
    private final List<String> faults = new ArrayList<>();

    StoredStreams(EventLog log, ContentProtection protection) {
        this.log = log;
        this.contents = new EventContents(JsonEventCodec.ofAllEvents(), protection);
    }

    /** The events of a stream, oldest first. */
    List<DomainEvent> eventsOf(StreamId stream) {
        List<DomainEvent> events = new ArrayList<>();
        Sha256 link = EnvelopeHash.start(stream);
        List<StoredEvent> read;
        do {
            read = log.read(stream, events.size(), READ_AT_ONCE);
            for (StoredEvent event : read) {
                link = check(event, events.size(), link);
                events.add(event.decoded(contents).event());
            }
        } while (read.size() == READ_AT_ONCE);
        if (log.head(stream).sequence() != events.size() - 1) {
            faults.add(stream + " has " + events.size() + " events, but its head is "
                    + log.head(stream).sequence());
        }
        return events;
    }

    /** What is wrong with the streams that were read. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private Sha256 check(StoredEvent event, long sequence, Sha256 before) {
        if (event.sequence() != sequence) {
            faults.add(event.stream() + " has sequence " + event.sequence() + " where " + sequence + " is due");
        }
        Sha256 link = EnvelopeHash.link(
                event.stream(), event.sequence(), event.recordedAt(), event.event(), event.payloadHash(), before);
        if (!link.equals(event.link())) {
            faults.add(event.stream() + " has a broken chain at " + event.sequence());
        }
        return link;
    }
}

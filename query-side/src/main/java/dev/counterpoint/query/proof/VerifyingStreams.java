package dev.counterpoint.query.proof;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EnvelopeHash;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.Checkpoints.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hashes streams again, event by event, and compares with what stands there and with what checkpoints saw. Thread-safe. */
public final class VerifyingStreams {
    private static final int READ_AT_ONCE = 500;
    private static final int SIGHTINGS = 100;

    private final EventLog log;
    private final Checkpoints checkpoints;

    public VerifyingStreams(EventLog log, Checkpoints checkpoints) {
        this.log = log;
        this.checkpoints = checkpoints;
    }

    /** @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now */
    public StreamProof verify(StreamId stream) {
        List<Sighting> sightings = checkpoints.sightings(stream.value(), SIGHTINGS);
        StreamHead head = log.head(stream);
        Walk walk = new Walk(stream, head, sightings);
        walk.go();
        walk.compareHead();
        walk.compareSightings();
        return new StreamProof(
                walk.next, head, walk.isErased(), sightings.isEmpty() ? null : sightings.get(0), walk.faults);
    }

    private final class Walk {
        private final StreamId stream;
        private final StreamHead head;
        private final List<Sighting> sightings;
        private final Map<Long, Sha256> seen = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private Sha256 link;
        private long next;

        Walk(StreamId stream, StreamHead head, List<Sighting> sightings) {
            this.stream = stream;
            this.head = head;
            this.sightings = sightings;
            this.link = EnvelopeHash.start(stream);
            sightings.forEach(sighting -> seen.put(sighting.head().position(), EnvelopeHash.start(stream)));
        }

        /** Up to the first fault: behind it nothing can be told. */
        void go() {
            List<StoredEvent> read;
            do {
                read = read();
                for (StoredEvent event : read) {
                    if (event.sequence() > head.sequence()) {
                        return;
                    }
                    if (!isIntact(event)) {
                        return;
                    }
                    link = event.link();
                    seen.replace(event.sequence(), link);
                    next++;
                }
            } while (read.size() == READ_AT_ONCE);
        }

        private List<StoredEvent> read() {
            try {
                return log.read(stream, next, READ_AT_ONCE);
            } catch (NullPointerException | IllegalArgumentException | IllegalStateException broken) {
                fault(next, "event " + next + " or one soon after it has parts that are missing or cannot be read");
                return List.of();
            }
        }

        private boolean isIntact(StoredEvent event) {
            if (event.sequence() != next) {
                fault(next, "event " + next + " is missing");
            } else if (!Sha256.of(event.event().content().payload()).equals(event.payloadHash())) {
                fault(next, "the content of event " + next + " is not what was recorded");
            } else if (!linkOf(event).equals(event.link())) {
                fault(next, "event " + next + " is not the one that was recorded here");
            }
            return faults.isEmpty();
        }

        private Sha256 linkOf(StoredEvent event) {
            return EnvelopeHash.link(
                    stream, event.sequence(), event.recordedAt(), event.event(), event.payloadHash(), link);
        }

        boolean isErased() {
            return head.sealed() && next == 0;
        }

        void compareHead() {
            if (!faults.isEmpty() || isErased()) {
                return;
            }
            if (next - 1 != head.sequence()) {
                fault(next, "event " + next + " is missing: the stream ends at " + head.sequence());
            } else if (!link.equals(head.link())) {
                fault(head.sequence(), "the head is not that of the last event");
            }
        }

        void compareSightings() {
            for (Sighting sighting : sightings) {
                long position = sighting.head().position();
                String checkpoint = "checkpoint " + sighting.number() + " of " + sighting.writer();
                if (position > head.sequence()) {
                    fault(head.sequence() + 1, "the stream is cut off: " + checkpoint + " saw event " + position);
                } else if (position == head.sequence()
                                && !sighting.head().link().equals(head.link())
                        || position < next && !sighting.head().link().equals(seen.get(position))) {
                    fault(position, "event " + position + " is not the one that " + checkpoint + " saw");
                }
            }
        }

        private void fault(long position, String what) {
            faults.add(new Fault(stream.value(), position, what));
        }
    }
}

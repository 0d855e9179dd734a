package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import java.util.List;

/** Whether events are a stream from its beginning: no gap, every content as it was hashed, every link to the one before. */
public final class StreamCheck {
    private StreamCheck() {}

    /** @return the sequence of the first event that does not fit, or -1 */
    public static long firstFault(StreamId stream, List<StoredEvent> events) {
        Sha256 link = EnvelopeHash.start(stream);
        long next = 0;
        for (StoredEvent event : events) {
            Sha256 payload = Sha256.of(event.event().content().payload());
            boolean isIntact = event.sequence() == next
                    && payload.equals(event.payloadHash())
                    && EnvelopeHash.link(stream, next, event.recordedAt(), event.event(), payload, link)
                            .equals(event.link());
            if (!isIntact) {
                return next;
            }
            link = event.link();
            next++;
        }
        return -1;
    }
}

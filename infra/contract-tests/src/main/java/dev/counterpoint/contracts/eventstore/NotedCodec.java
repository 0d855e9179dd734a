package dev.counterpoint.contracts.eventstore;

import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.UnreadableEventException;
import java.nio.charset.StandardCharsets;

/** Writes {@link Noted} as its text. It knows nothing else. */
public final class NotedCodec implements EventCodec {
    public static final String TYPE = "noted";
    public static final int REVISION = 1;

    @Override
    public EncodedEvent encode(DomainEvent event) {
        return new EncodedEvent(TYPE, REVISION, ((Noted) event).text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public DomainEvent decode(EncodedEvent encoded) {
        if (!encoded.type().equals(TYPE) || encoded.revision() != REVISION) {
            throw new UnreadableEventException("no event is called " + encoded.type() + "/" + encoded.revision(), null);
        }
        return new Noted(new String(encoded.payload(), StandardCharsets.UTF_8));
    }
}

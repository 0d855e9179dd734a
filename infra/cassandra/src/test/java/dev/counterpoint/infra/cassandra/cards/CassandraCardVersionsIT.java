package dev.counterpoint.infra.cassandra.cards;

import dev.counterpoint.contracts.version.CardVersionsContract;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.query.catalog.CardVersions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

class CassandraCardVersionsIT extends CardVersionsContract {

    @Override
    protected CardVersions versions() {
        return new CassandraCardVersions(Keyspaces.shared(), new Numbering());
    }

    /** Writes an event as the number under which it remembers it. */
    private static final class Numbering implements EventCodec {
        private final List<DomainEvent> events = new ArrayList<>();

        @Override
        public EncodedEvent encode(DomainEvent event) {
            events.add(event);
            byte[] number =
                    ByteBuffer.allocate(Integer.BYTES).putInt(events.size() - 1).array();
            return new EncodedEvent("numbered", 2, number);
        }

        @Override
        public DomainEvent decode(EncodedEvent encoded) {
            return events.get(ByteBuffer.wrap(encoded.payload()).getInt());
        }
    }
}

package dev.counterpoint.infra.benchmarks.eventstore;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Plays of a card with four tags: about the commonest event there is. */
final class MadeUpEvents {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00.123456Z");
    private static final long PLAYED_MS = 214_000;

    private MadeUpEvents() {}

    static DomainEvent play(long number) {
        return new InteractionRecorded(
                new InteractionId("interaction-" + number),
                InteractionType.PLAY,
                new CardFacts(
                        new CardId("album-" + number % 997),
                        CardKind.ALBUM,
                        List.of("Hermeto " + number % 89),
                        List.of("choro", "jazz", "brazil", "flute")),
                AT.plusMillis(number),
                PLAYED_MS,
                null);
    }

    /** As Axon hands them to its storage. */
    static List<DomainEventMessage<?>> messages(String stream, long first, int count) {
        List<DomainEventMessage<?>> messages = new ArrayList<>(count);
        for (long sequence = first; sequence < first + count; sequence++) {
            UUID id = idOf(stream, sequence);
            messages.add(new GenericDomainEventMessage<>(
                    "listener",
                    stream,
                    sequence,
                    play(sequence),
                    Map.of("correlationId", "6f9619ff-8b86-4011-b42d-00c04fc964ff"),
                    id.toString(),
                    AT.plusMillis(sequence)));
        }
        return messages;
    }

    static UUID idOf(String stream, long sequence) {
        return UUID.nameUUIDFromBytes((stream + '/' + sequence).getBytes(StandardCharsets.UTF_8));
    }
}

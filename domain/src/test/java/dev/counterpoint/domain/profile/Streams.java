package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Streams of one listener for tests. */
public final class Streams {
    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    public static final StreamId STREAM = StreamId.ofListener("somebody");

    private Streams() {}

    public static CardFacts aCard(String id, String... tags) {
        return new CardFacts(new CardId(id), CardKind.TRACK, List.of("by-" + id), List.of(tags));
    }

    public static InteractionRecorded anInteraction(InteractionType type, CardFacts card, Instant at) {
        return new InteractionRecorded(new InteractionId("i"), type, card, at, null, null);
    }

    public static InteractionRecorded aPlayOf(CardFacts card, Instant at) {
        return anInteraction(InteractionType.PLAY, card, at);
    }

    public static InteractionRecorded onShelf(InteractionRecorded of, String shelf) {
        Attribution slot = new Attribution(new DecisionId("d"), ShelfKey.parse(shelf), 0, 0);
        return new InteractionRecorded(of.interactionId(), of.type(), of.card(), of.at(), of.playedMs(), slot);
    }

    public static ListenerRegistered aRegistration() {
        return new ListenerRegistered(new ListenerId("somebody"), new ListenerSettings(Tier.PREMIUM, "SE", 1990, true));
    }

    public static RecordedEvent recorded(long sequence, Instant recordedAt, DomainEvent event) {
        return new RecordedEvent(STREAM, sequence, new UUID(0, sequence), recordedAt, event, Map.of());
    }

    /** Events from sequence 0, each recorded when it happened. */
    public static List<RecordedEvent> streamOf(List<? extends DomainEvent> events) {
        List<RecordedEvent> stream = new ArrayList<>();
        Instant recordedAt = START;
        for (DomainEvent event : events) {
            if (event instanceof InteractionRecorded interaction
                    && interaction.at().isAfter(recordedAt)) {
                recordedAt = interaction.at();
            }
            stream.add(recorded(stream.size(), recordedAt, event));
        }
        return stream;
    }

    /** A registration and a life of interactions with many cards, minutes to hours apart, some late; the same for the same seed. */
    public static List<RecordedEvent> aLife(long seed, int interactions) {
        return aLife(seed, interactions, 500, 300);
    }

    public static List<RecordedEvent> aLife(long seed, int interactions, int cards, int tags) {
        Random random = new Random(seed);
        List<DomainEvent> events = new ArrayList<>();
        events.add(aRegistration());
        Instant at = START;
        for (int i = 0; i < interactions; i++) {
            at = at.plus(Duration.ofSeconds(random.nextInt(20) == 0 ? random.nextInt(90_000) : random.nextInt(300)));
            events.add(anInteraction(random, cards, tags, at.minusSeconds(random.nextInt(10) == 0 ? 4_000 : 0)));
        }
        return streamOf(events);
    }

    private static InteractionRecorded anInteraction(Random random, int cards, int tags, Instant at) {
        InteractionType[] types = InteractionType.values();
        InteractionType type = random.nextBoolean() ? InteractionType.PLAY : types[random.nextInt(types.length)];
        CardFacts card = aCard(random, random.nextInt(cards), tags);
        Long playedMs = random.nextInt(3) == 0 ? (long) random.nextInt(400_000) : null;
        InteractionRecorded plain = new InteractionRecorded(new InteractionId("i"), type, card, at, playedMs, null);
        return random.nextInt(4) == 0 ? onShelf(plain, "shelf-" + random.nextInt(6)) : plain;
    }

    private static CardFacts aCard(Random random, int number, int tags) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= number % CardFacts.MAX_TAGS; i++) {
            names.add("tag " + (int) (tags * random.nextDouble() * random.nextDouble()));
        }
        CardKind kind = CardKind.values()[number % CardKind.values().length];
        return new CardFacts(new CardId("card-" + number), kind, List.of("creator " + number / 3), names);
    }
}

package dev.counterpoint.command;

import dev.counterpoint.command.listener.Candidate;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import java.time.Instant;
import java.util.List;

/** Things to test with, of which only what a test names matters. */
public final class Samples {
    public static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[32]);
    public static final ListenerId ANNA = new ListenerId("anna");
    public static final ListenerId BENGT = new ListenerId("bengt");

    private Samples() {}

    public static StreamId streamOf(ListenerId listener) {
        return PSEUDONYMS.of(listener);
    }

    public static Card aCard(String id) {
        return aCard(id, "Kind of Blue");
    }

    public static Card aCard(String id, String title) {
        return new Card(
                new CardId(id),
                CardKind.ALBUM,
                title,
                List.of("Miles Davis"),
                List.of("jazz", "modal"),
                Instant.parse("1959-08-17T00:00:00Z"),
                false,
                null);
    }

    public static Shelf aShelf(String id, String title) {
        return new Shelf(new ShelfId(id), title, ShelfSource.of(SourceKind.POPULAR), 10, null);
    }

    public static InteractionRecorded aPlay(String interactionId, String cardId) {
        return anInteraction(interactionId, InteractionType.PLAY, cardId);
    }

    public static InteractionRecorded anInteraction(String interactionId, InteractionType type, String cardId) {
        return new InteractionRecorded(
                new InteractionId(interactionId), type, aCard(cardId).facts(), TestClock.START, null, null);
    }

    public static Candidate candidate(InteractionRecorded event) {
        return new Candidate(event, null, "");
    }
}

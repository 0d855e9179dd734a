package dev.counterpoint.infra.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonEventCodecProperties {
    private final JsonEventCodec codec = JsonEventCodec.ofAllEvents();

    @Property(tries = 300)
    void any_card_is_read_as_it_was_written(@ForAll("cards") CardPublished event) {
        EncodedEvent encoded = codec.encode(event);

        assertThat(codec.decode(encoded)).isEqualTo(event);
        assertThat(codec.encode(event)).isEqualTo(encoded);
    }

    @Property(tries = 300)
    void any_interaction_is_read_as_it_was_written(@ForAll("interactions") InteractionRecorded event) {
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @Property(tries = 500)
    void any_bytes_are_an_event_or_unreadable(@ForAll byte[] payload) {
        assertThatCode(() -> codec.decode(new EncodedEvent("interaction-recorded", 1, payload)))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Provide
    Arbitrary<CardPublished> cards() {
        Arbitrary<Embedding> embeddings = Arbitraries.floats()
                .array(float[].class)
                .ofSize(Embedding.DIMENSIONS)
                .map(Embedding::new);
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(CardKind.class),
                        texts(500),
                        lists(32),
                        lists(40),
                        instants(),
                        Arbitraries.of(true, false),
                        embeddings.injectNull(0.5))
                .as((id, kind, title, creators, tags, at, explicit, embedding) -> new CardPublished(
                        new Card(new CardId(id), kind, title, creators, tags, at, explicit, embedding)));
    }

    @Provide
    Arbitrary<InteractionRecorded> interactions() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(InteractionType.class),
                        lists(3),
                        lists(16),
                        instants(),
                        Arbitraries.longs().greaterOrEqual(0).injectNull(0.3))
                .as((id, type, creators, tags, at, playedMs) -> new InteractionRecorded(
                        new InteractionId(id),
                        type,
                        new CardFacts(new CardId(id), CardKind.TRACK, creators, tags),
                        at,
                        playedMs,
                        null));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("._~-")
                .ofMinLength(1)
                .ofMaxLength(128);
    }

    /** All of Unicode, but for halves of pairs, which no UTF-8 can carry. */
    private static Arbitrary<String> texts(int longest) {
        return Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(Math.min(longest, 60))
                .filter(text -> text.chars().noneMatch(unit -> Character.isSurrogate((char) unit)));
    }

    private static Arbitrary<List<String>> lists(int most) {
        return texts(60).list().ofMaxSize(most);
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(-2_000_000_000_000_000L, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}

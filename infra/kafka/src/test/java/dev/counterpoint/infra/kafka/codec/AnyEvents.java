package dev.counterpoint.infra.kafka.codec;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.catalog.CatalogEvent.RulePublished;
import dev.counterpoint.domain.catalog.CatalogEvent.RuleWithdrawn;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfWithdrawn;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events with anything in them that the domain lets through. */
public final class AnyEvents {
    private AnyEvents() {}

    /** An event of any kind. */
    public static Arbitrary<DomainEvent> any() {
        return Arbitraries.oneOf(
                cards().map(CardPublished::new),
                ids().map(id -> new CardRetired(new CardId(id))),
                shelves().map(ShelfPublished::new),
                rules().map(RulePublished::new),
                ids().map(id -> new ShelfWithdrawn(new ShelfId(id))),
                ids().map(id -> new RuleWithdrawn(new RuleId(id))),
                Combinators.combine(ids(), settings())
                        .as((id, settings) -> new ListenerRegistered(new ListenerId(id), settings)),
                settings().map(ListenerSettingsChanged::new),
                interactions());
    }

    private static Arbitrary<Card> cards() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(CardKind.class),
                        texts(1, 60),
                        texts(0, 60).list().ofMaxSize(Card.MAX_CREATORS),
                        texts(1, 30).list().ofMaxSize(40),
                        instants(),
                        Arbitraries.of(true, false),
                        embeddings().injectNull(0.5))
                .as((id, kind, title, creators, tags, at, explicit, embedding) ->
                        new Card(new CardId(id), kind, title, creators, tags, at, explicit, embedding));
    }

    private static Arbitrary<Embedding> embeddings() {
        return Arbitraries.floats()
                .array(float[].class)
                .ofSize(Embedding.DIMENSIONS)
                .map(Embedding::new);
    }

    private static Arbitrary<Rule> rules() {
        return Combinators.combine(
                        ids(),
                        texts(1, 30).injectNull(0.3),
                        Arbitraries.of(true, false),
                        Arbitraries.of("SE", "NO", "DE").list().ofMaxSize(3),
                        Arbitraries.of("free", "premium").list().ofMaxSize(2))
                .as((id, tag, explicit, countries, tiers) ->
                        new Rule(new RuleId(id), tag, explicit || tag == null, countries, tiers));
    }

    private static Arbitrary<Shelf> shelves() {
        Arbitrary<ShelfSource> pinned = ids().list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(cards -> new ShelfSource(
                        SourceKind.PINNED, cards.stream().map(CardId::new).toList()));
        Arbitrary<ShelfSource> boosted = texts(1, 30)
                .list()
                .ofMaxSize(ShelfSource.MAX_BOOSTED)
                .map(tags -> new ShelfSource(SourceKind.POPULAR, List.of(), tags));
        Arbitrary<ShelfSource> sources = Arbitraries.oneOf(
                pinned,
                boosted,
                Arbitraries.of(SourceKind.class)
                        .filter(kind -> kind != SourceKind.PINNED)
                        .map(ShelfSource::of));
        return Combinators.combine(
                        ids(),
                        texts(1, 60),
                        sources,
                        Arbitraries.integers().between(1, Shelf.MAX_CARDS),
                        Arbitraries.integers().between(0, Shelf.MAX_ROWS - 1).injectNull(0.5))
                .as((id, title, source, maxCards, row) -> new Shelf(new ShelfId(id), title, source, maxCards, row));
    }

    private static Arbitrary<ListenerSettings> settings() {
        return Combinators.combine(
                        Arbitraries.of(Tier.class),
                        countries().injectNull(0.3),
                        Arbitraries.integers().between(1900, 2100).injectNull(0.3),
                        Arbitraries.of(true, false))
                .as(ListenerSettings::new);
    }

    private static Arbitrary<String> countries() {
        return Arbitraries.strings().withCharRange('A', 'Z').ofLength(2);
    }

    private static Arbitrary<InteractionRecorded> interactions() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(InteractionType.class),
                        facts(),
                        instants(),
                        Arbitraries.longs().greaterOrEqual(0).injectNull(0.3),
                        attributions().injectNull(0.5),
                        countries().injectNull(0.3))
                .as((id, type, card, at, playedMs, attribution, country) ->
                        new InteractionRecorded(new InteractionId(id), type, card, at, playedMs, attribution, country));
    }

    private static Arbitrary<CardFacts> facts() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(CardKind.class),
                        texts(0, 60).list().ofMaxSize(3),
                        texts(1, 30).list().ofMaxSize(CardFacts.MAX_TAGS))
                .as((id, kind, creators, tags) -> new CardFacts(new CardId(id), kind, creators, tags));
    }

    private static Arbitrary<Attribution> attributions() {
        Arbitrary<ShelfKey> shelves = Combinators.combine(ids(), texts(1, 30).injectNull(0.3))
                .as((template, instance) -> new ShelfKey(new ShelfId(template), instance));
        return Combinators.combine(
                        ids(),
                        shelves,
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.integers().greaterOrEqual(0))
                .as((id, shelf, row, column) -> new Attribution(new DecisionId(id), shelf, row, column));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("._~-")
                .ofMinLength(1)
                .ofMaxLength(128)
                .filter(id -> !id.equals(".") && !id.equals(".."));
    }

    /** All that a Java text can hold: every plane of Unicode, controls, and halves of surrogate pairs on their own. */
    private static Arbitrary<String> texts(int shortest, int longest) {
        Arbitrary<String> planes = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .list()
                .ofMinSize(shortest)
                .ofMaxSize(longest / 2)
                .map(AnyEvents::textOf);
        Arbitrary<String> units =
                Arbitraries.strings().all().ofMinLength(shortest).ofMaxLength(longest);
        return Arbitraries.oneOf(planes, units);
    }

    private static String textOf(List<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(-2_000_000_000_000_000L, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}

package dev.counterpoint.infra.benchmarks.page;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.feature.CandidateShelf;
import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.PageContext;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Pages of 10,000 (shelf, card) pairs on 200 shelves for made-up listeners with a country, 256 unanswered impressions and 270 plays, every card
 * with 16 tags and a vector: the same ones each time.
 */
final class ManyPairs {
    static final int PAIRS = 10_000;
    static final int LISTENERS = 16;

    private static final int CARDS_OF_A_SHELF = 50;
    private static final int IMPRESSIONS = 256;
    private static final String COUNTRY = "SE";
    private static final List<SourceKind> SOURCES = SourceKind.ofShelves();

    private final SeededRandom chance = new SeededRandom(77);
    private final List<FeatureInputs> pages = new ArrayList<>();

    ManyPairs() {
        MadeUpWorld world = new MadeUpWorld(LISTENERS);
        List<Card> cards = new ArrayList<>(world.cards());
        Statistics statistics = withPlaysOf(Statistics.empty(), cards);
        Embeddings embeddings = embeddings(cards);
        for (int listener = 0; listener < LISTENERS; listener++) {
            shuffle(cards);
            pages.add(new FeatureInputs(
                    known(world.profile(listener), cards),
                    statistics,
                    embeddings,
                    MadeUpWorld.NOW,
                    PageContext.at("phone", MadeUpWorld.NOW, 0),
                    shelves(cards)));
        }
    }

    FeatureInputs page(int number) {
        return pages.get(number % LISTENERS);
    }

    private List<CandidateShelf> shelves(List<Card> cards) {
        List<CandidateShelf> shelves = new ArrayList<>();
        for (int from = 0; from < PAIRS; from += CARDS_OF_A_SHELF) {
            SourceKind source = SOURCES.get(shelves.size() % SOURCES.size());
            String instance =
                    source == SourceKind.TAG ? ":" + cards.get(from).tags().get(0) : "";
            shelves.add(new CandidateShelf(
                    ShelfKey.parse(source.written() + instance), source, cards.subList(from, from + CARDS_OF_A_SHELF)));
        }
        return shelves;
    }

    private Profile known(Profile played, List<Card> cards) {
        List<DomainEvent> more = new ArrayList<>();
        more.add(new ListenerRegistered(
                new ListenerId("somebody"), new ListenerSettings(Tier.PREMIUM, COUNTRY, 1990, true)));
        for (int i = 0; i < IMPRESSIONS; i++) {
            more.add(new InteractionRecorded(
                    new InteractionId("seen-" + i),
                    i % 10 == 0 ? InteractionType.SKIP : InteractionType.IMPRESSION,
                    cards.get(chance.nextInt(PAIRS)).facts(),
                    MadeUpWorld.NOW.minusSeconds(IMPRESSIONS - i),
                    null,
                    new Attribution(
                            new DecisionId("d"),
                            ShelfKey.parse(SOURCES.get(i % 6).written()),
                            0,
                            0)));
        }
        Profile profile = played;
        for (DomainEvent event : more) {
            profile = profile.apply(recorded(profile.sequence() + 1, MadeUpWorld.NOW, event));
        }
        return profile;
    }

    /** Some plays and impressions of each card in the country, as a larger platform has them. */
    private Statistics withPlaysOf(Statistics statistics, List<Card> cards) {
        StatisticsFold fold = new StatisticsFold(statistics);
        long offset = 0;
        for (Card card : cards) {
            for (InteractionType type : List.of(InteractionType.IMPRESSION, InteractionType.PLAY)) {
                Instant at = MadeUpWorld.NOW.minusSeconds(chance.nextInt(1_000_000));
                fold.apply(recorded(
                        offset++,
                        MadeUpWorld.NOW,
                        new InteractionRecorded(new InteractionId("i"), type, apart(card), at, null, null, COUNTRY)));
            }
        }
        fold.cut(statistics.version() + 1, Map.of(0, offset), MadeUpWorld.NOW);
        return fold.latest();
    }

    private Embeddings embeddings(List<Card> cards) {
        Map<CardId, Embedding> vectors = new HashMap<>();
        for (Card card : cards) {
            float[] vector = new float[Embedding.DIMENSIONS];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (chance.nextDouble() - 0.5);
            }
            vectors.put(apart(card).cardId(), new Embedding(vector));
        }
        return Embeddings.of("made-up", vectors);
    }

    /** As it came another way than the catalogue did: equal, and not the same objects. */
    @SuppressWarnings("StringCopy")
    private static CardFacts apart(Card card) {
        CardFacts facts = card.facts();
        return new CardFacts(
                new CardId(new String(card.cardId().value())), facts.kind(), facts.creators(), facts.tags());
    }

    private void shuffle(List<Card> cards) {
        for (int i = cards.size() - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            Card moved = cards.get(i);
            cards.set(i, cards.get(other));
            cards.set(other, moved);
        }
    }

    private static RecordedEvent recorded(long sequence, Instant at, DomainEvent event) {
        return new RecordedEvent(MadeUpWorld.stream(0), sequence, new UUID(0, sequence), at, event, Map.of());
    }
}

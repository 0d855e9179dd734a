package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.Streams;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsFold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Inputs of features for tests. */
public final class Situations {
    private Situations() {}

    /** What is known after a life that the seed decides, and a plan with a shelf from each source. */
    public static FeatureInputs anyInputs(long seed, int interactions, int cardsPerShelf) {
        List<RecordedEvent> life = Streams.aLife(seed, interactions);
        Random random = new Random(seed);
        Instant now = life.get(life.size() - 1).recordedAt().plus(Duration.ofMinutes(random.nextInt(50_000)));
        List<CandidateShelf> shelves = new ArrayList<>();
        for (SourceKind source : SourceKind.ofShelves()) {
            shelves.add(aShelf(random, source, cardsPerShelf));
        }
        return new FeatureInputs(
                Profile.empty().applyAll(life),
                statisticsOf(inSweden(life)),
                embeddings(seed),
                now,
                PageContext.at(random.nextBoolean() ? "phone" : "tv", now, random.nextInt(1_400) - 700),
                shelves);
    }

    private static List<RecordedEvent> inSweden(List<RecordedEvent> life) {
        return life.stream()
                .map(each -> each.event() instanceof InteractionRecorded interaction
                        ? Streams.recorded(each.sequence(), each.recordedAt(), interaction.from("SE"))
                        : each)
                .toList();
    }

    /** Of half of the cards. */
    private static Embeddings embeddings(long seed) {
        Random random = new Random(seed);
        Map<CardId, Embedding> vectors = new HashMap<>();
        for (int card = 0; card < 500; card += 2) {
            vectors.put(new CardId("card-" + card), aVector(random));
        }
        return Embeddings.of("embeddings-" + seed, vectors);
    }

    private static Embedding aVector(Random random) {
        float[] values = new float[Embedding.DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Embedding(values);
    }

    public static Statistics statisticsOf(List<RecordedEvent> events) {
        StatisticsFold fold = new StatisticsFold(Statistics.empty());
        events.forEach(fold::apply);
        fold.cut(1, Map.of(0, (long) events.size()), Streams.START);
        return fold.latest();
    }

    private static CandidateShelf aShelf(Random random, SourceKind source, int count) {
        String instance = switch (source) {
            case TAG -> "tag " + random.nextInt(30);
            case BECAUSE -> random.nextInt(5) == 0 ? "not an id" : "card-" + random.nextInt(500);
            default -> null;
        };
        ShelfKey key = ShelfKey.parse("shelf-" + source.ordinal() + (instance == null ? "" : ":" + instance));
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cards.add(aCard(random, "card-" + random.nextInt(600)));
        }
        return new CandidateShelf(key, source, cards);
    }

    private static Card aCard(Random random, String id) {
        List<String> tags = new ArrayList<>();
        int count = random.nextInt(20);
        for (int i = 0; i < count; i++) {
            tags.add("tag " + (int) (300 * random.nextDouble() * random.nextDouble()));
        }
        Instant publishedAt = Streams.START.minus(Duration.ofDays(random.nextInt(9_000) - 100));
        CardKind kind = CardKind.values()[random.nextInt(CardKind.values().length)];
        return new Card(
                new CardId(id),
                kind,
                id,
                List.of("creator " + random.nextInt(200)),
                tags,
                publishedAt,
                random.nextBoolean(),
                null);
    }
}

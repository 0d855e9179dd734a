package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.feature.Situations;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Calibration;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Decisions for tests: a world of 500 cards, a listener with a past, six shelves. */
final class Decisions {
    static final EpsilonGreedy POLICY = new EpsilonGreedy(0.05, 0.02);
    static final Deciding DECIDING = new Deciding(Baselines.linear(), "0.1.0", "system");

    private static final int CARDS = 500;

    private Decisions() {}

    static Knowledge known(long seed, int interactions) {
        List<RecordedEvent> life = Streams.aLife(seed, interactions);
        List<CatalogEvent> published = new ArrayList<>();
        for (int card = 0; card < CARDS; card++) {
            published.add(Catalogs.published(Catalogs.aCard("card-" + card, "tag " + card % 30, "tag " + card % 7)));
        }
        return new Knowledge(
                Profile.empty().applyAll(life),
                Catalogs.after(Catalog.empty(), published),
                Situations.statisticsOf(life),
                Embeddings.none());
    }

    static Asked asked(long seed, Knowledge known) {
        return asked(seed, known, POLICY);
    }

    static Asked asked(long seed, Knowledge known, DrawingPolicy policy) {
        Random random = new Random(seed);
        Instant at =
                known.profile().lastRecordedAt().orElse(Streams.START).plus(Duration.ofMinutes(random.nextInt(99)));
        List<ShelfProposal> shelves = List.of(
                aShelf(random, known, "popular", SourceKind.POPULAR, null),
                aShelf(random, known, "fresh", SourceKind.FRESH, 1),
                aShelf(random, known, "tag:tag 3", SourceKind.TAG, null),
                aShelf(random, known, "tag:é:1", SourceKind.TAG, null),
                aShelf(random, known, "because:card-1", SourceKind.BECAUSE, null),
                aShelf(random, known, "editors", SourceKind.PINNED, null));
        PageRequest request = new PageRequest(
                random.nextBoolean() ? "phone" : "tv",
                new Grid(1 + random.nextInt(6), 1 + random.nextInt(12)),
                random.nextInt(1_000) - 500,
                random.nextBoolean() ? "request-1" : null);
        Treatment treatment = new Treatment(
                random.nextBoolean() ? Arm.MODEL : null,
                "live",
                policy,
                random.nextBoolean() ? List.of("a") : List.of());
        Map<CardId, String> blocked = Map.of(new CardId("card-7"), "explicit in SE", new CardId("card-8"), "rested");
        Set<SourceKind> late = random.nextBoolean() ? Set.of(SourceKind.SIMILAR) : Set.of();
        return new Asked(Streams.STREAM, at, request, treatment, seed, shelves, blocked, late, calibration(random));
    }

    private static Calibration calibration(Random random) {
        return random.nextBoolean() ? new Calibration(.5, .25, .25) : null;
    }

    static DecisionRecord aDecision(long seed) {
        Knowledge known = known(seed, 80);
        return DECIDING.decide(known, asked(seed, known));
    }

    private static ShelfProposal aShelf(Random random, Knowledge known, String key, SourceKind source, Integer row) {
        List<Proposal> cards = random.ints(40, 0, CARDS)
                .distinct()
                .mapToObj(card -> known.card(new CardId("card-" + card)))
                .map(card -> new Proposal(card.cardId(), card.creators(), whyOf(card, random), mediumOf(card)))
                .toList();
        return new ShelfProposal(ShelfKey.parse(key), source, "Title of " + key, false, row, 10, cards);
    }

    private static Medium mediumOf(Card card) {
        return Medium.values()[card.cardId().value().length() % Medium.values().length];
    }

    private static List<String> whyOf(Card card, Random random) {
        return random.nextBoolean()
                ? List.of()
                : List.of("tagged " + card.tags().get(0), "and new");
    }
}

package dev.counterpoint.query;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.ExploringPolicy;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.PlackettLuce;
import dev.counterpoint.domain.home.source.Rest;
import dev.counterpoint.domain.home.source.Sources;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsFold;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.decision.DecisionLog;
import dev.counterpoint.query.decision.InMemoryDecisionGroups;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.PastDecisions;
import dev.counterpoint.query.embedding.EmbeddingVersions;
import dev.counterpoint.query.home.Circumstances;
import dev.counterpoint.query.home.Composition;
import dev.counterpoint.query.home.Decisions;
import dev.counterpoint.query.home.DurableAnswers;
import dev.counterpoint.query.home.ExplorationSpent;
import dev.counterpoint.query.home.HomePages;
import dev.counterpoint.query.home.ListenersNow;
import dev.counterpoint.query.home.Rankings;
import dev.counterpoint.query.home.SourcesInTime;
import dev.counterpoint.query.home.Treatments;
import dev.counterpoint.query.load.ConcurrencyLimit;
import dev.counterpoint.query.model.BaselineModels;
import dev.counterpoint.query.profile.CurrentProfiles;
import dev.counterpoint.query.profile.InMemoryProfiles;
import dev.counterpoint.query.profile.PastProfiles;
import dev.counterpoint.query.statistics.StatisticsVersions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The query side in the memory of a test: 300 cards with tags, a shelf from each source, listeners who play. */
public final class SmallPlatform implements AutoCloseable {
    private static final DecisionContents CONTENTS =
            new DecisionContents(new ContentProtection(new InMemoryContentKeys()));

    public static final Duration RETENTION = Duration.ofDays(400);
    public static final int CARDS = 300;
    public static final int FIRST_FADO = 240;

    /** Listeners who pay are explored in another way than the others. */
    public static final Map<Tier, ExploringPolicy> POLICIES = Map.of(
            Tier.FREE, new EpsilonGreedy(0.05, 0.02),
            Tier.FREE_SHUFFLE, new EpsilonGreedy(0.05, 0.02),
            Tier.PREMIUM, new PlackettLuce(0.05, 0.02));

    private static final ExecutorService SOURCES = Executors.newCachedThreadPool();
    private static final int PAGES_AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public final TestClock clock = new TestClock();
    public final InMemoryHistory history = new InMemoryHistory();
    public final DecisionIds ids = new DecisionIds(new byte[32]);
    public final HomePages pages;
    public final Rankings rankings;
    public final ExplorationSpent spent;
    public final PastDecisions decisions;

    private final ExecutorService readers = Executors.newFixedThreadPool(2);
    private final ExecutorService aside = Executors.newFixedThreadPool(2);
    private final DecisionLog log;
    private final Versions versions = new Versions();
    private final Random chance = new Random(1);
    private final Random tastes = new Random(2);
    private int interactions;

    public SmallPlatform() {
        this(places());
    }

    public SmallPlatform(ConcurrencyLimit places) {
        this(places, new SourcesInTime(new Sources(), SOURCES, PATIENCE));
    }

    public SmallPlatform(ConcurrencyLimit places, SourcesInTime sources) {
        publishAll();
        InMemoryDecisionGroups groups = new InMemoryDecisionGroups(clock);
        log = new DecisionLog(groups, ids, PATIENCE, any -> {});
        CurrentProfiles profiles = new CurrentProfiles(new InMemoryProfiles(), history, 1_000_000, aside);
        BaselineModels models = new BaselineModels();
        Circumstances circumstances = new Circumstances(
                new ListenersNow(profiles, readers, PATIENCE),
                versions.catalogs,
                versions.statistics,
                versions.embeddings,
                new Treatments(models, POLICIES, Arm.Shares.STANDARD),
                clock);
        Decisions deciding = new Decisions(chance::nextLong, clock, "0.1.0");
        DurableAnswers answers = new DurableAnswers(log, groups, CONTENTS, places, PATIENCE);
        spent = deciding.spent();
        pages = new HomePages(circumstances, sources, new Composition(true, Rest.NONE), deciding, answers);
        rankings = new Rankings(circumstances, deciding, answers);
        decisions = new PastDecisions(
                groups,
                CONTENTS,
                ids,
                new PastProfiles(history),
                versions.catalogs,
                versions.statistics,
                versions.embeddings,
                models,
                clock,
                RETENTION);
    }

    public static ConcurrencyLimit places() {
        return new ConcurrencyLimit(PAGES_AT_ONCE, PATIENCE);
    }

    public static StreamId listener(String name) {
        return StreamId.ofListener(name);
    }

    /** A page of 5 × 6 on a phone. */
    public static PageRequest request(@Nullable String requestId) {
        return new PageRequest("phone", new Grid(5, 6), 60, requestId);
    }

    public DecisionRecord page(StreamId listener) {
        return pages.serve(listener, request(null)).decision();
    }

    public static DecisionRecord record(LoggedDecision logged) {
        return CONTENTS.read(logged.stream(), logged.record());
    }

    public void register(StreamId listener, boolean personalization) {
        register(listener, Tier.FREE, personalization);
    }

    public void register(StreamId listener, Tier tier, boolean personalization) {
        history.append(
                listener,
                clock.now(),
                new ListenerRegistered(
                        new ListenerId("somebody"), new ListenerSettings(tier, "SE", 1990, personalization)));
    }

    /** A play of a card now; a second passes. */
    public void play(StreamId listener, int card) {
        clock.advance(Duration.ofSeconds(1));
        InteractionRecorded event = new InteractionRecorded(
                new InteractionId("i" + interactions++),
                InteractionType.PLAY,
                aCard(card, 0).facts(),
                clock.now(),
                null,
                null);
        history.append(listener, clock.now(), event);
        versions.count(listener, event, clock.now());
    }

    /** Plays of cards that this listener's taste and chance decide. */
    public void playSome(StreamId listener, int plays) {
        for (int i = 0; i < plays; i++) {
            play(listener, (int) (FIRST_FADO * tastes.nextDouble() * tastes.nextDouble()));
        }
    }

    /** The newest epoch. */
    public Catalog catalog() {
        return versions.catalogs.current();
    }

    /** The next epoch: some cards have other tags, one is retired; and the next version of the statistics. */
    public void moveOn() {
        List<CatalogEvent> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(new CatalogEvent.CardPublished(aCard(tastes.nextInt(FIRST_FADO - 5), 1 + tastes.nextInt(5))));
        }
        events.add(new CatalogEvent.CardRetired(new CardId("card-" + tastes.nextInt(CARDS))));
        versions.publish(events);
        versions.cut(clock.now());
    }

    /** The next epoch, with a rule. */
    public void rule(Rule rule) {
        versions.publish(List.of(new CatalogEvent.RulePublished(rule)));
    }

    /** The tag that a card and its companions carry first; from {@link #FIRST_FADO} on it is one that nobody plays by chance. */
    public static String tagOf(int card) {
        return card < FIRST_FADO ? "tag-" + card % 25 : "fado";
    }

    private void publishAll() {
        List<CatalogEvent> events = new ArrayList<>();
        for (int card = 0; card < CARDS; card++) {
            events.add(new CatalogEvent.CardPublished(aCard(card, 0)));
        }
        for (SourceKind kind : SourceKind.ofShelves()) {
            events.add(new CatalogEvent.ShelfPublished(
                    new Shelf(new ShelfId(kind.written()), kind + " {tag}{card}", ShelfSource.of(kind), 10, null)));
        }
        versions.publish(events);
    }

    private Card aCard(int card, int edition) {
        return new Card(
                new CardId("card-" + card),
                CardKind.ALBUM,
                "Title " + card + " edition " + edition,
                List.of("creator-" + card / 2),
                List.of(tagOf(card + edition), "genre-" + card % 7, "decade-" + card % 5),
                Instant.EPOCH.plus(Duration.ofDays(card)),
                false,
                null);
    }

    /** From now on, cards whose numbers are near stand near each other. */
    public void embed(String version) {
        Map<CardId, Embedding> vectors = new HashMap<>();
        for (int card = 0; card < CARDS; card++) {
            float[] vector = new float[Embedding.DIMENSIONS];
            vector[0] = (float) Math.cos(Math.PI * card / CARDS);
            vector[1] = (float) Math.sin(Math.PI * card / CARDS);
            vectors.put(new CardId("card-" + card), new Embedding(vector));
        }
        versions.allEmbedded.add(EmbeddedCards.exact(Embeddings.of(version, vectors)));
    }

    @Override
    public void close() {
        log.close();
        readers.shutdownNow();
        aside.shutdownNow();
    }

    /** All versions there ever were. */
    private static final class Versions {
        private final List<Catalog> allCatalogs = new ArrayList<>(List.of(Catalog.empty()));
        private final List<Statistics> allStatistics = new ArrayList<>(List.of(Statistics.empty()));
        private final List<EmbeddedCards> allEmbedded = new ArrayList<>(List.of(EmbeddedCards.none()));
        private final StatisticsFold fold = new StatisticsFold(Statistics.empty());

        final CatalogVersions catalogs = new CatalogVersions() {
            @Override
            public Catalog current() {
                return allCatalogs.get(allCatalogs.size() - 1);
            }

            @Override
            public Catalog at(long number) {
                return allCatalogs.get((int) number);
            }
        };

        final StatisticsVersions statistics = new StatisticsVersions() {
            @Override
            public Statistics current() {
                return allStatistics.get(allStatistics.size() - 1);
            }

            @Override
            public Statistics at(long version) {
                return allStatistics.get((int) version);
            }
        };

        final EmbeddingVersions embeddings = new EmbeddingVersions() {
            @Override
            public EmbeddedCards current() {
                return allEmbedded.get(allEmbedded.size() - 1);
            }

            @Override
            public Embeddings at(String version) {
                return allEmbedded.stream()
                        .map(EmbeddedCards::embeddings)
                        .filter(each -> each.version().equals(version))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(version));
            }
        };

        void publish(List<CatalogEvent> events) {
            long number = allCatalogs.size();
            allCatalogs.add(catalogs.current().with(number, Collections.nCopies(CatalogShards.COUNT, number), events));
        }

        void count(StreamId listener, InteractionRecorded event, Instant at) {
            fold.apply(new RecordedEvent(listener, 0, new UUID(0, 0), at, event, Map.of()));
        }

        void cut(Instant at) {
            fold.cut(allStatistics.size(), Map.of(0, (long) allStatistics.size()), at)
                    .ifPresent(change -> allStatistics.add(fold.latest()));
        }
    }
}

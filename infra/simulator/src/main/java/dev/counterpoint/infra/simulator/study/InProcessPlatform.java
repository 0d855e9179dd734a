package dev.counterpoint.infra.simulator.study;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.DefaultShelves;
import dev.counterpoint.domain.decision.Asked;
import dev.counterpoint.domain.decision.Deciding;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.decision.Treatment;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Calibration;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.Blocking;
import dev.counterpoint.domain.home.source.RankedCards;
import dev.counterpoint.domain.home.source.Rest;
import dev.counterpoint.domain.home.source.Situation;
import dev.counterpoint.domain.home.source.Sources;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsFold;
import dev.counterpoint.infra.simulator.behaviour.SimulatedListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The platform in one process and one thread, over the domain: events are folded as they happen, statistics are cut each simulated hour, and
 * pages are decided by the very functions that serve. Not thread-safe.
 */
public final class InProcessPlatform {
    private static final Grid GRID = new Grid(8, 10);
    private static final Duration BETWEEN_STATISTICS = Duration.ofHours(1);
    private static final String CODE = "simulation";

    private final Sources sources = new Sources();
    private final Catalog catalog;
    private final StatisticsFold statistics = new StatisticsFold(Statistics.empty());
    private final Map<StreamId, Profile> profiles = new HashMap<>();
    private final SeededRandom seeds;
    private final Consumer<RecordedEvent> recorded;
    private RankedCards ranked;
    private Instant nextCut;
    private Rest rest = Rest.NONE;
    private long events;

    /** @param recorded told of each event, in order by listener */
    public InProcessPlatform(List<Card> cards, Instant start, long seed, Consumer<RecordedEvent> recorded) {
        this.recorded = recorded;
        List<CatalogEvent> published = new ArrayList<>();
        cards.forEach(card -> published.add(new CatalogEvent.CardPublished(card)));
        DefaultShelves.all().forEach(shelf -> published.add(new CatalogEvent.ShelfPublished(shelf)));
        this.catalog = Catalog.empty().with(1, Collections.nCopies(CatalogShards.COUNT, 0L), published);
        this.seeds = SeededRandom.of(seed, "pages");
        this.ranked = new RankedCards(catalog, Statistics.empty());
        this.nextCut = start.plus(BETWEEN_STATISTICS);
    }

    /** Lets cards rest that were seen often and not taken up. */
    void rest(Rest rule) {
        rest = rule;
    }

    public Catalog catalog() {
        return catalog;
    }

    static StreamId streamOf(SimulatedListener listener) {
        return StreamId.ofListener(listener.name());
    }

    void register(SimulatedListener listener, Instant now) {
        record(
                streamOf(listener),
                new ListenerRegistered(
                        new ListenerId(listener.name()), new ListenerSettings(listener.tier(), null, null, true)),
                now);
    }

    /** Decides a page as the query side does. */
    Served serve(SimulatedListener listener, ServingPolicy policy, Instant now) {
        cutStatistics(now);
        Profile profile = profiles.getOrDefault(streamOf(listener), Profile.empty());
        return decide(
                listener,
                profile,
                new Treatment(Arm.MODEL, "study", policy.drawing(), List.of()),
                policy.scorer(),
                now,
                seeds.nextLong());
    }

    /**
     * Decides the page that the query side gives to a listener who wants none of their own: from what all have in common, by popularity, with nothing
     * left to chance. Nobody is served it.
     */
    Served impersonal(SimulatedListener listener, Instant now, long seed) {
        return decide(
                listener,
                Profile.empty(),
                new Treatment(null, "study", new Greedy(), List.of()),
                Baselines.popularity(),
                now,
                seed);
    }

    private Served decide(
            SimulatedListener listener, Profile profile, Treatment treatment, Scorer scorer, Instant now, long seed) {
        Knowledge known = new Knowledge(profile, ranked.catalog(), ranked.statistics(), Embeddings.none());
        Situation situation = new Situation(known.profile().at(now), ranked, listener.utcOffsetMinutes());
        List<ShelfProposal> proposals = sources.propose(situation, treatment.arm() != null);
        Asked asked = new Asked(
                streamOf(listener),
                now,
                new PageRequest("phone", GRID, listener.utcOffsetMinutes(), null),
                treatment,
                seed,
                proposals,
                Blocking.of(proposals, situation, new Blocking.Audience(null, null), rest),
                Set.of(),
                Calibration.of(known.profile().at(now)).orElse(null));
        return new Served(new Deciding(scorer, CODE, "simulated").decide(known, asked), known);
    }

    /** Events of one listener come in order of time; those of several as they come. */
    void record(StreamId stream, DomainEvent event, Instant now) {
        Profile profile = profiles.getOrDefault(stream, Profile.empty());
        long sequence = profile.sequence() + 1;
        UUID id = UUID.nameUUIDFromBytes((stream + " " + sequence).getBytes(StandardCharsets.UTF_8));
        RecordedEvent happened = new RecordedEvent(stream, sequence, id, now, event, Map.of());
        profiles.put(stream, profile.apply(happened));
        statistics.apply(happened);
        recorded.accept(happened);
        events++;
    }

    private void cutStatistics(Instant now) {
        if (!now.isBefore(nextCut)) {
            statistics
                    .cut(statistics.latest().version() + 1, Map.of(0, events), now)
                    .ifPresent(change -> ranked = new RankedCards(catalog, statistics.latest()));
            nextCut = now.plus(BETWEEN_STATISTICS);
        }
    }
}

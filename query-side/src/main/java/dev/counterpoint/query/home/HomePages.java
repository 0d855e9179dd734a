package dev.counterpoint.query.home;

import dev.counterpoint.domain.decision.Asked;
import dev.counterpoint.domain.decision.Deciding;
import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.RankedCards;
import dev.counterpoint.domain.home.source.Situation;
import dev.counterpoint.domain.home.source.Sources;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.decision.DecisionDraft;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.DecisionLog;
import dev.counterpoint.query.decision.DecisionNotLoggedException;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.RequestKey;
import dev.counterpoint.query.load.ConcurrencyLimit;
import dev.counterpoint.query.load.OverloadedException;
import dev.counterpoint.query.statistics.StatisticsVersions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Serves home pages: each is decided from the newest versions that this process holds and is durable in the log of decisions before it is
 * answered. A request id that was answered in the last 24 hours gets the same page. What comes faster than it can be served is refused
 * before anything is done for it. Thread-safe.
 */
public final class HomePages {
    private static final int TURNS = 4096;

    private final ListenersNow listeners;
    private final Worlds worlds;
    private final Treatments treatments;
    private final DecisionLog log;
    private final DecisionGroups groups;
    private final DecisionContents contents;
    private final PlatformClock clock;
    private final Seeds seeds;
    private final ConcurrencyLimit places;
    private final HomeSettings settings;
    private final Sources sources = new Sources();
    private final ExplorationSpent spent = new ExplorationSpent();
    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

    public HomePages(
            ListenersNow listeners,
            CatalogVersions catalogs,
            StatisticsVersions statistics,
            Treatments treatments,
            DecisionLog log,
            DecisionGroups groups,
            DecisionContents contents,
            PlatformClock clock,
            Seeds seeds,
            ConcurrencyLimit places,
            HomeSettings settings) {
        this.listeners = listeners;
        this.worlds = new Worlds(catalogs, statistics);
        this.treatments = treatments;
        this.log = log;
        this.groups = groups;
        this.contents = contents;
        this.clock = clock;
        this.seeds = seeds;
        this.places = places;
        this.settings = settings;
    }

    /**
     * @throws OverloadedException if too many pages are in progress
     * @throws RequestRefusedException if the request id was used with other parameters
     * @throws DecisionNotLoggedException if the page could not be made durable in time
     */
    public HomePage serve(StreamId listener, PageRequest request) {
        return places.within(() -> page(listener, request));
    }

    private HomePage page(StreamId listener, PageRequest request) {
        @Nullable RequestKey key = keyOf(request);
        if (key == null) {
            return logged(decide(listener, request), null);
        }
        synchronized (turnOf(listener, key)) {
            return answered(listener, key).orElseGet(() -> logged(decide(listener, request), key));
        }
    }

    /** What the pages of this process spent on trying things out. */
    public ExplorationSpent spent() {
        return spent;
    }

    /** Calls of one request id take turns in this process: the second one finds the page of the first. */
    private Object turnOf(StreamId listener, RequestKey key) {
        return turns[Math.floorMod(Objects.hash(listener, key.requestId()), turns.length)];
    }

    private static @Nullable RequestKey keyOf(PageRequest request) {
        return request.named()
                .map(id -> new RequestKey(
                        id,
                        "home surface=" + request.surface() + " rows="
                                + request.grid().rows() + " columns="
                                + request.grid().columns() + " utcOffsetMinutes=" + request.utcOffsetMinutes()))
                .orElse(null);
    }

    private Optional<HomePage> answered(StreamId listener, RequestKey key) {
        return groups.answered(listener, key.requestId()).flatMap(answered -> {
            if (!answered.request().equals(key)) {
                throw RequestRefusedException.of(
                        Reason.REQUEST_ID_REUSED,
                        "request " + key.requestId() + " was answered before with other parameters: "
                                + answered.request().parameters());
            }
            return groups.find(answered.position())
                    .map(logged -> new HomePage(logged, contents.read(logged.stream(), logged.record())));
        });
    }

    private DecisionRecord decide(StreamId listener, PageRequest request) {
        ListenersNow.Seen seen = listeners.look(listener);
        Instant now = clock.now();
        Treatments.Chosen chosen = treatments.of(listener, seen);
        RankedCards ranked = worlds.current();
        Knowledge known = new Knowledge(chosen.usedProfile(), ranked.catalog(), ranked.statistics(), Embeddings.none());
        List<ShelfProposal> proposals =
                sources.propose(new Situation(known.profile().at(now), ranked), chosen.isPersonal());
        Asked asked =
                new Asked(listener, now, request, chosen.treatment(), seeds.next(), proposals, Set.of(), Set.of());
        DecisionRecord decision = new Deciding(chosen.scorer(), settings.code(), clock.name()).decide(known, asked);
        spent.add(known.profile().settings().tier(), decision.page());
        return decision;
    }

    private HomePage logged(DecisionRecord decision, @Nullable RequestKey key) {
        DecisionContents.Stored stored = contents.write(decision);
        try {
            LoggedDecision logged = log.append(
                            new DecisionDraft(decision.listener(), decision.servedAt(), key, id -> stored))
                    .toCompletableFuture()
                    .get(settings.logPatience().toMillis(), TimeUnit.MILLISECONDS);
            return new HomePage(logged, decision);
        } catch (ExecutionException | TimeoutException late) {
            throw new DecisionNotLoggedException();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new DecisionNotLoggedException();
        }
    }
}

package dev.counterpoint.query.home;

import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.source.Blocking;
import dev.counterpoint.domain.home.source.RankedCards;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.embedding.EmbeddingVersions;
import dev.counterpoint.query.statistics.StatisticsVersions;
import java.time.Instant;

/** Sees what is known when a listener asks, in the newest versions that this process holds. Thread-safe. */
public final class Circumstances {
    private final ListenersNow listeners;
    private final Worlds worlds;
    private final Treatments treatments;
    private final PlatformClock clock;

    public Circumstances(
            ListenersNow listeners,
            CatalogVersions catalogs,
            StatisticsVersions statistics,
            EmbeddingVersions embeddings,
            Treatments treatments,
            PlatformClock clock) {
        this.listeners = listeners;
        this.worlds = new Worlds(catalogs, statistics, embeddings);
        this.treatments = treatments;
        this.clock = clock;
    }

    /**
     * Read before the decision, and not again.
     *
     * @param known what the decision may use
     * @param audience whom it is for, as publishers' rules see them
     */
    record Now(
            StreamId listener,
            Instant at,
            Treatments.Chosen chosen,
            RankedCards ranked,
            Knowledge known,
            Blocking.Audience audience) {}

    Now of(StreamId listener) {
        ListenersNow.Seen seen = listeners.look(listener);
        Instant now = clock.now();
        Treatments.Chosen chosen = treatments.of(listener, seen);
        RankedCards ranked = worlds.current();
        return new Now(
                listener,
                now,
                chosen,
                ranked,
                new Knowledge(
                        chosen.usedProfile(),
                        ranked.catalog(),
                        ranked.statistics(),
                        ranked.embedded().embeddings()),
                audience(seen));
    }

    /** Rules hold whether or not a page is personal. */
    private static Blocking.Audience audience(ListenersNow.Seen seen) {
        ListenerSettings said = seen.profile().settings();
        return seen.inTime()
                ? new Blocking.Audience(said.country(), said.tier().written())
                : new Blocking.Audience(null, null);
    }
}

package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import dev.counterpoint.infra.simulator.study.Weeks;
import dev.counterpoint.training.replay.ListenerStreams;
import dev.counterpoint.training.replay.PastVersions;
import dev.counterpoint.training.replay.Replay;
import dev.counterpoint.training.replay.ServedDecisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Some days of simulated listening as a store would have them: events, pages, and versions. */
final class MadeUpHistory implements Weeks.Observer, ListenerStreams, ServedDecisions, PastVersions {
    static final int PARTS = 4;
    /** The first one, whatever serves now: so the history stays the same, and its pages cite older features than models learn from. */
    static final ServingPolicy BASELINE =
            new ServingPolicy("baseline", Baselines.firstLinear(), new EpsilonGreedy(0.05, 0.02));

    private final Map<StreamId, List<RecordedEvent>> events = new TreeMap<>();
    private final Map<StreamId, List<Served>> pages = new HashMap<>();
    private final Map<Long, Statistics> statistics = new HashMap<>();
    private final Map<Long, Catalog> catalogs = new HashMap<>();
    private final Weeks.Observer also;
    private final Weeks weeks;
    private long served;

    /** @param also told of every visit */
    MadeUpHistory(long seed, int listeners, int days, Weeks.Observer also) {
        this.also = also;
        this.weeks = Weeks.madeUp(
                BehaviourParameters.FIXED,
                seed,
                600,
                listeners,
                event -> events.computeIfAbsent(event.stream(), any -> new ArrayList<>())
                        .add(event));
        weeks.run(Weeks.day(days), any -> BASELINE, this);
    }

    Replay replay() {
        return new Replay(this, this, this);
    }

    /** The same listeners, after these days. */
    Weeks weeks() {
        return weeks;
    }

    @Override
    public void served(Weeks.Moment moment) {
        var decision = moment.served().decision();
        pages.computeIfAbsent(decision.listener(), any -> new ArrayList<>())
                .add(new Served(Weeks.decisionOf(served++), decision));
        statistics.put(decision.versions().statistics(), moment.served().known().statistics());
        catalogs.put(decision.versions().catalog(), moment.served().known().catalog());
        also.served(moment);
    }

    @Override
    public void acted(List<Deed> deeds) {
        also.acted(deeds);
    }

    @Override
    public int parts() {
        return PARTS;
    }

    @Override
    public void walk(int part, Visitor visitor) {
        events.forEach((stream, all) -> {
            if (Math.floorMod(stream.hashCode(), PARTS) == part) {
                visitor.visit(stream, all);
            }
        });
    }

    @Override
    public List<Served> of(StreamId stream, Instant from, Instant to) {
        return pages.getOrDefault(stream, List.of()).stream()
                .filter(page -> !page.decision().servedAt().isBefore(from)
                        && page.decision().servedAt().isBefore(to))
                .toList();
    }

    @Override
    public Embeddings embeddings(String version) {
        if (!version.equals(Embeddings.NONE)) {
            throw new IllegalArgumentException("no page here was made with " + version);
        }
        return Embeddings.none();
    }

    @Override
    public Catalog catalog(long number) {
        return catalogs.get(number);
    }

    @Override
    public Statistics statistics(long version) {
        return statistics.get(version);
    }
}

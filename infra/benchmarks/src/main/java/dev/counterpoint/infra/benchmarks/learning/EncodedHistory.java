package dev.counterpoint.infra.benchmarks.learning;

import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.decision.DecisionBytes;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
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
import java.util.Objects;
import java.util.TreeMap;

/** Some days of simulated listening, with events and decisions as bytes: reading them costs what reading costs. */
final class EncodedHistory implements Weeks.Observer, ListenerStreams, ServedDecisions, PastVersions {
    private static final int PARTS = 2;
    private static final ServingPolicy BASELINE =
            new ServingPolicy("baseline", Baselines.firstLinear(), new EpsilonGreedy(0.05, 0.02));

    private final JsonEventCodec codec = JsonEventCodec.ofAllEvents();
    private final Map<StreamId, List<Stored>> events = new TreeMap<>();
    private final Map<StreamId, List<Page>> pages = new HashMap<>();
    private final Map<Long, Statistics> statistics = new HashMap<>();
    private final Map<Long, Catalog> catalogs = new HashMap<>();
    private long served;

    private record Stored(RecordedEvent head, EncodedEvent content) {}

    private record Page(DecisionId id, Instant servedAt, byte[] record) {}

    EncodedHistory(long seed, int cards, int listeners, int days) {
        Weeks.madeUp(
                        BehaviourParameters.FIXED,
                        seed,
                        cards,
                        listeners,
                        event -> events.computeIfAbsent(event.stream(), any -> new ArrayList<>())
                                .add(new Stored(event, codec.encode(event.event()))))
                .run(Weeks.day(days), any -> BASELINE, this);
    }

    Replay replay() {
        return new Replay(this, this, this);
    }

    @Override
    public void served(Weeks.Moment moment) {
        var decision = moment.served().decision();
        pages.computeIfAbsent(decision.listener(), any -> new ArrayList<>())
                .add(new Page(Weeks.decisionOf(served++), decision.servedAt(), DecisionBytes.encode(decision)));
        statistics.put(decision.versions().statistics(), moment.served().known().statistics());
        catalogs.put(decision.versions().catalog(), moment.served().known().catalog());
    }

    @Override
    public void acted(List<Deed> deeds) {}

    @Override
    public int parts() {
        return PARTS;
    }

    @Override
    public void walk(int part, Visitor visitor) {
        events.forEach((stream, all) -> {
            if (Math.floorMod(stream.hashCode(), PARTS) == part) {
                List<RecordedEvent> read = new ArrayList<>(all.size());
                all.forEach(event -> read.add(decoded(event)));
                visitor.visit(stream, read);
            }
        });
    }

    private RecordedEvent decoded(Stored event) {
        RecordedEvent head = event.head();
        return new RecordedEvent(
                head.stream(),
                head.sequence(),
                head.eventId(),
                head.recordedAt(),
                codec.decode(event.content()),
                head.metadata());
    }

    @Override
    public List<Served> of(StreamId stream, Instant from, Instant to) {
        return pages.getOrDefault(stream, List.of()).stream()
                .filter(page ->
                        !page.servedAt().isBefore(from) && page.servedAt().isBefore(to))
                .map(page -> new Served(page.id(), DecisionBytes.decode(page.record())))
                .toList();
    }

    @Override
    public Embeddings embeddings(String version) {
        return Embeddings.none();
    }

    @Override
    public Catalog catalog(long number) {
        return Objects.requireNonNull(catalogs.get(number));
    }

    @Override
    public Statistics statistics(long version) {
        return Objects.requireNonNull(statistics.get(version));
    }
}

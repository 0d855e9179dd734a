package dev.counterpoint.infra.benchmarks.page;

import dev.counterpoint.domain.decision.Asked;
import dev.counterpoint.domain.decision.Deciding;
import dev.counterpoint.domain.decision.DecisionBytes;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.decision.Treatment;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.ExploringPolicy;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.PlackettLuce;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.Situation;
import dev.counterpoint.domain.home.source.Sources;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the steps of a page of 10 × 10 cost without a server: proposals, the decision about them, and its bytes; of 200 made-up listeners in
 * turn, with 1,140 proposals and 562 scored pairs a page on average.
 *
 * <p>Run with {@code java -cp "infra/benchmarks/target/benchmarks-0.1.0-SNAPSHOT.jar:infra/benchmarks/target/lib/*" org.openjdk.jmh.Main
 * DecisionCost}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class DecisionCost {
    private static final int LISTENERS = 200;

    @Param({"epsilon-greedy", "plackett-luce"})
    @SuppressWarnings("NullAway.Init")
    private String policy;

    private static final PageRequest REQUEST = new PageRequest("home", new Grid(10, 10), 0, null);

    private final Sources sources = new Sources();
    private final Deciding deciding = new Deciding(Baselines.linear(), "benchmark", "system");
    private final List<List<ShelfProposal>> proposals = new ArrayList<>();
    private final List<DecisionRecord> decisions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private MadeUpWorld world;

    private int next;

    @Setup
    public void prepare() {
        world = new MadeUpWorld(LISTENERS);
        for (int listener = 0; listener < LISTENERS; listener++) {
            proposals.add(propose(listener));
            decisions.add(decide(listener));
        }
    }

    @Benchmark
    public List<ShelfProposal> proposals() {
        return propose(next++ % LISTENERS);
    }

    @Benchmark
    public DecisionRecord decision() {
        return decide(next++ % LISTENERS);
    }

    /** Plan, draw and all probabilities, of scores that are there; the slowest of a hundred tell. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Page planAndDraw() {
        DecisionRecord decision = decisions.get(next++ % LISTENERS);
        HomeInputs inputs = decision.inputs();
        return HomePolicy.decide(inputs, decision.scores().toArray(), decision.seed());
    }

    @Benchmark
    public byte[] bytes() {
        return DecisionBytes.encode(decisions.get(next++ % LISTENERS));
    }

    private ExploringPolicy drawing() {
        return policy.equals("plackett-luce") ? new PlackettLuce(0.02, 0.02) : new EpsilonGreedy(0.05, 0.02);
    }

    private List<ShelfProposal> propose(int listener) {
        return sources.propose(new Situation(world.profile(listener).at(MadeUpWorld.NOW), world.ranked()), true);
    }

    private DecisionRecord decide(int listener) {
        Profile profile = world.profile(listener);
        Knowledge known =
                new Knowledge(profile, world.ranked().catalog(), world.ranked().statistics(), Embeddings.none());
        Asked asked = new Asked(
                MadeUpWorld.stream(listener),
                MadeUpWorld.NOW,
                REQUEST,
                new Treatment(null, "live", drawing(), List.of()),
                listener,
                proposals.get(listener),
                Map.of(),
                Set.of(),
                null);
        return deciding.decide(known, asked);
    }
}

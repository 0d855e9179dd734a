package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.embedding.CardVectorBytes;
import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.ModelEvent.TrainingRequested;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.ModelRegistry.TrainingState;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.infra.models.FittedModels;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.study.OnePageValues;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import dev.counterpoint.infra.simulator.study.Weeks;
import dev.counterpoint.training.evaluation.Comparison;
import dev.counterpoint.training.evaluation.OtherPolicy;
import dev.counterpoint.training.evaluation.PageLog;
import dev.counterpoint.training.evaluation.RewardTable;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.replay.ListenerStreams;
import dev.counterpoint.training.replay.PastVersions;
import dev.counterpoint.training.replay.Replay;
import dev.counterpoint.training.replay.ReplayedPage;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.RowBlock;
import dev.counterpoint.training.row.ShownSlot;
import dev.counterpoint.training.row.ShownSlots;
import dev.counterpoint.training.row.TrainingRows;
import dev.counterpoint.training.run.InMemoryRowBlocks;
import dev.counterpoint.training.run.Trainings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trainings over a history whose truth is known. */
class TrainingOnMadeUpHistoryTest {
    private static final EpsilonGreedy DRAWING = new EpsilonGreedy(0.05, 0.02);
    private static final RowsOfWeeks LIVE = new RowsOfWeeks(Reward.CLICK, ExposureWeights.STANDARD);
    private static final MadeUpHistory HISTORY = new MadeUpHistory(31, 250, 4, LIVE);
    private static final Instant END = Weeks.day(4);

    private final TrainingBench bench = new TrainingBench(HISTORY, END, DRAWING);

    @Test
    void rows_that_are_replayed_are_those_that_were_seen_when_it_happened() {
        List<ShownSlot> replayed = new ArrayList<>();
        for (int part = 0; part < MadeUpHistory.PARTS; part++) {
            HISTORY.replay()
                    .part(
                            part,
                            new Window(Instant.EPOCH, END),
                            page -> ShownSlots.of(
                                    page.decision(),
                                    page.known(),
                                    page.outcome(),
                                    HomeFeatures.newest(),
                                    replayed::add));
        }

        assertThat(fingerprints(rowsOf(replayed))).containsExactlyInAnyOrderElementsOf(fingerprints(LIVE.rows()));
    }

    private static TrainingRows rowsOf(List<ShownSlot> slots) {
        TrainingRows.Builder rows = TrainingRows.of(HomeFeatures.newest(), Reward.CLICK, ExposureWeights.STANDARD);
        slots.forEach(rows::add);
        return rows.build();
    }

    private static List<String> fingerprints(TrainingRows rows) {
        return IntStream.range(0, rows.rows())
                .mapToObj(row -> {
                    float[] features = new float[HomeFeatures.newest().size()];
                    rows.copyFeatures(row, features, 0);
                    return rows.moment(row) + " " + rows.label(row) + " " + rows.weight(row) + " "
                            + Arrays.hashCode(features);
                })
                .toList();
    }

    @Test
    void a_training_makes_models_that_beat_popularity_which_beats_chance() {
        bench.request("run", "logistic", "deep");
        bench.trainings(HISTORY.replay(), new InMemoryRowBlocks()).work();

        ModelRegistry.Training run = bench.ended("run");
        assertThat(run.state()).isEqualTo(TrainingState.FINISHED);
        assertThat(run.models()).hasSize(2);
        Map<String, Double> values = valuesOf(run.models());
        assertThat(values.get("uniform")).isLessThan(values.get("popularity"));
        run.models()
                .forEach(model ->
                        assertThat(values.get(model)).as(model).isGreaterThan(1.15 * values.get("popularity")));
    }

    /** Exact, at the states that the baseline serves on the day after. */
    private Map<String, Double> valuesOf(List<String> modelIds) {
        FittedModels models = new FittedModels(List.of(HomeFeatures.newest()));
        List<ServingPolicy> policies = new ArrayList<>(List.of(
                new ServingPolicy("uniform", Baselines.popularity(), DRAWING.uniform()),
                new ServingPolicy("popularity", Baselines.popularity(), DRAWING)));
        modelIds.forEach(id -> policies.add(
                new ServingPolicy(id, models.of(bench.artifacts().find(id).orElseThrow()), DRAWING)));
        Map<String, Double> sums = new HashMap<>();
        HISTORY.weeks().run(Weeks.day(5), any -> MadeUpHistory.BASELINE, new Weeks.Observer() {
            @Override
            public void served(Weeks.Moment moment) {
                OnePageValues values = new OnePageValues(BehaviourParameters.FIXED, moment.served(), moment.appeal());
                policies.forEach(policy -> sums.merge(policy.name(), values.of(policy), Double::sum));
            }

            @Override
            public void acted(List<Deed> deeds) {}
        });
        return sums;
    }

    @Test
    void vectors_of_cards_are_learned_from_plays_and_the_same_again() {
        requestEmbeddings("once", Instant.EPOCH);
        bench.trainings(HISTORY.replay(), new InMemoryRowBlocks()).work();
        requestEmbeddings("again", Instant.EPOCH);
        bench.trainings(HISTORY.replay(), new InMemoryRowBlocks()).work();

        EmbeddingsCard card =
                bench.followed().follow().newestEmbeddings().orElseThrow().card();
        CardVectors vectors = CardVectorBytes.decode(
                bench.artifacts().find(card.version()).orElseThrow().bytes());
        assertThat(bench.ended("once").models())
                .containsExactly(card.version())
                .isEqualTo(bench.ended("again").models());
        assertThat(card.cards()).isEqualTo(vectors.size()).isGreaterThan(100);
        assertThat(card.cardsLeftOut()).isPositive();
        assertThat(card.lineage().listeners()).isBetween(100L, 250L);
        assertThat(card.fit().heldOutLoss()).isLessThan(Math.log(1_024));
    }

    @Test
    void where_nobody_played_no_vectors_are_learned_and_the_reason_is_kept() {
        requestEmbeddings("empty", END.minusSeconds(1));
        bench.trainings(HISTORY.replay(), new InMemoryRowBlocks()).work();

        assertThat(bench.ended("empty").state()).isEqualTo(TrainingState.FAILED);
        assertThat(bench.ended("empty").detail()).contains("cannot learn from 0 cards");
    }

    private void requestEmbeddings(String runId, Instant from) {
        bench.happens(new TrainingRequested(
                runId, new TrainingRequest(List.of("matrix-factorization"), from, END, TrainingRequest.NEXT_PLAY, 5)));
    }

    @Test
    void a_training_that_was_stopped_goes_on_where_it_was_and_ends_with_the_same_weights() {
        bench.request("whole", "deep");
        bench.trainings(HISTORY.replay(), new InMemoryRowBlocks()).work();
        String whole = bench.ended("whole").models().get(0);

        bench.forget();
        bench.request("stopped", "deep");
        InMemoryRowBlocks blocks = new InMemoryRowBlocks();
        AtomicInteger walks = new AtomicInteger();
        Trainings[] first = new Trainings[1];
        first[0] = bench.trainings(new Replay(counted(walks, () -> first[0].stop(), 2), HISTORY, HISTORY), blocks);
        first[0].work();
        assertThat(bench.ended("stopped").state()).isEqualTo(TrainingState.OPEN);
        int walkedBefore = walks.get();
        assertThat(walkedBefore).isBetween(2, MadeUpHistory.PARTS);

        bench.trainings(new Replay(counted(walks, () -> {}, 0), HISTORY, HISTORY), blocks)
                .work();
        assertThat(bench.ended("stopped").models()).containsExactly(whole);
        assertThat(walks.get() - walkedBefore)
                .as("parts walked for rows that were not there, then all parts to judge, and two of them before")
                .isLessThan(2 * MadeUpHistory.PARTS + 2);
    }

    /** Counts walks, and does something at one of them. */
    private static ListenerStreams counted(AtomicInteger walks, Runnable action, int at) {
        return new ListenerStreams() {
            @Override
            public int parts() {
                return MadeUpHistory.PARTS;
            }

            @Override
            public void walk(int part, Visitor visitor) {
                if (walks.incrementAndGet() == at) {
                    action.run();
                }
                HISTORY.walk(part, visitor);
            }
        };
    }

    /** Its scores tell of plays, so they explain some of what listeners do. */
    @Test
    void doubly_robust_estimates_meet_the_plain_ones_and_are_more_precise() {
        RewardTable table = new RewardTable();
        everyPage(page -> page.decision()
                .page()
                .shelves()
                .forEach(shelf -> shelf.cards()
                        .forEach(card -> table.add(
                                shelf.row(),
                                card.column(),
                                page.outcome().isSeen(shelf.row(), card.column()),
                                card.score(),
                                page.outcome().earned(Reward.CLICK, shelf.row(), card.column())))));
        PageLog log = PageLog.withAll(new PageLog.Settings(200, 0.95, 1));
        everyPage(page -> {
            OtherPolicy bolder = new OtherPolicy(page.decision().scores().toArray(), new EpsilonGreedy(0.15, 0.02));
            Plan plan =
                    HomePolicy.plan(page.decision().inputs(), page.decision().seed());
            log.add(bolder.weigh(page.id(), page.decision(), plan)
                    .earning((row, column) -> page.outcome().earned(Reward.CLICK, row, column), table.fitted()));
        });
        Map<String, PageLog.Measured> values = new HashMap<>();
        log.estimates(NO_GATE, 0.95)
                .forEach(estimated ->
                        values.put(estimated.reading().name(), Objects.requireNonNull(estimated.value(), "not given")));
        PageLog.Measured ips = values.get("IPS");

        assertThat(values.get("DR").value()).isCloseTo(ips.value(), within(4 * ips.standardError()));
        assertThat(values.get("DR").standardError()).isLessThan(ips.standardError());
        assertThat(values.get("SNIPS").value()).isCloseTo(ips.value(), within(4 * ips.standardError()));
    }

    private static final HonestyGate NO_GATE = new HonestyGate(2, 2, 1e9, 1e9, 1, 1);

    @Test
    void a_training_compares_its_models_with_what_was_served() {
        bench.request("compared", "logistic");
        bench.trainings(HISTORY.replay(), new InMemoryRowBlocks()).work();
        Comparison comparison = bench.comparisons().find("compared").orElseThrow();
        String model = bench.ended("compared").models().get(0);

        assertThat(comparison.mismatches()).isEmpty();
        assertThat(comparison.audited()).isGreaterThan(10_000);
        assertThat(comparison.values())
                .extracting(Comparison.Value::policy)
                .contains(model, "popularity", "served: model", "served, without exploration");
        assertThat(comparison.values())
                .filteredOn(value -> value.policy().equals(model))
                .extracting(Comparison.Value::slice)
                .contains("all", "tier=free", "listener=new", "kind=track");
        assertThat(comparison.values())
                .filteredOn(value -> !value.estimator().equals("on-policy"))
                .allSatisfy(value -> assertThat(value.refusals())
                        .as("250 listeners are too few")
                        .anyMatch(reason -> reason.endsWith("fewer than 2000")));
        assertThat(comparison.values())
                .filteredOn(value -> value.policy().equals("served: model"))
                .extracting(Comparison.Value::reward)
                .containsAll(Reward.allWritten());
    }

    private static void everyPage(Consumer<ReplayedPage> sink) {
        for (int part = 0; part < MadeUpHistory.PARTS; part++) {
            HISTORY.replay().part(part, new Window(Instant.EPOCH, END), sink);
        }
    }

    /** What is kept of a training must be readable for ever, however few listeners there were. */
    @Test
    void a_training_on_three_listeners_ends_with_reasons_in_place_of_values() {
        MadeUpHistory few = new MadeUpHistory(32, 3, 4, Weeks.Observer.none());
        bench.request("few", "logistic");
        bench.trainings(few.replay(), new InMemoryRowBlocks()).work();

        ModelRegistry.Training run = bench.ended("few");
        assertThat(run.state()).as(String.valueOf(run.detail())).isEqualTo(TrainingState.FINISHED);
        assertThat(run.values())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.estimate()).isNull());
        assertThat(run.values().get(0).refusals().get(0)).contains("listeners are too few, or too much alike");
    }

    @Test
    void a_training_ends_at_a_page_that_does_not_rebuild_and_names_it() {
        PastVersions others = new PastVersions() {
            @Override
            public Catalog catalog(long number) {
                return HISTORY.catalog(number);
            }

            @Override
            public Statistics statistics(long version) {
                return Statistics.empty();
            }

            @Override
            public Embeddings embeddings(String version) {
                return HISTORY.embeddings(version);
            }
        };
        bench.request("changed", "logistic");
        bench.trainings(new Replay(HISTORY, HISTORY, others), new InMemoryRowBlocks())
                .work();

        assertThat(bench.ended("changed").state()).isEqualTo(TrainingState.FAILED);
        assertThat(bench.ended("changed").detail())
                .matches(
                        "decision simulated-[0-9]+, served at .*, does not rebuild: its features of home-1 are not .*");
    }

    @Test
    void a_training_without_pages_fails_and_says_why() {
        bench.happens(new TrainingRequested(
                "early",
                new TrainingRequest(List.of("logistic"), Instant.EPOCH, Weeks.START.minusSeconds(1), "click", 5)));
        bench.trainings(HISTORY.replay(), new InMemoryRowBlocks()).work();

        assertThat(bench.ended("early").state()).isEqualTo(TrainingState.FAILED);
        assertThat(bench.ended("early").detail()).isEqualTo("0 rows cannot be split by time");
    }

    @Test
    void blocks_of_rows_come_back_as_they_were() {
        RowBlock.Builder block = RowBlock.of(HomeFeatures.newest());
        HISTORY.replay().part(0, new Window(Instant.EPOCH, END), page -> {
            List<ShownSlot> slots = new ArrayList<>();
            ShownSlots.of(page.decision(), page.known(), page.outcome(), HomeFeatures.newest(), slots::add);
            block.add(slots);
        });
        byte[] bytes = block.build().toBytes();
        RowBlock read = RowBlock.read(HomeFeatures.newest(), bytes);

        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(read.rows()).isGreaterThan(1_000);
        assertThat(read.listeners()).isBetween(40L, 80L);
        assertThat(read.pages()).isBetween(read.listeners(), (long) read.rows());
    }
}

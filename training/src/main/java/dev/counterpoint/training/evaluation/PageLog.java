package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.offpolicy.ClusteredBootstrap;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.offpolicy.Interval;
import dev.counterpoint.training.offpolicy.Reading;
import dev.counterpoint.training.offpolicy.SummedEstimator;
import dev.counterpoint.training.offpolicy.WeightAudit;
import dev.counterpoint.training.offpolicy.WeightAudit.Overlap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a log say of one policy and one reward: estimates of its value, and of its difference to what the same pages earned. The
 * pages of a listener must come together. Takes the same memory for any number of pages. Not thread-safe: a thread has one of its own, for
 * listeners of its own, and merges it in the end.
 */
public final class PageLog {
    /** By what weights of slots a page is audited. */
    private enum Weighing {
        MARGINAL(WeighedPage::marginal),
        IN_SHELF(WeighedPage::inShelf),
        OVER_ROWS(WeighedPage::overRows);

        private final Function<WeighedPage, double[]> weights;

        Weighing(Function<WeighedPage, double[]> weights) {
            this.weights = weights;
        }
    }

    private record Asked(SummedEstimator<WeighedPage> estimator, Weighing weighing) {}

    private static final List<Asked> ALL = List.of(
            new Asked(PageEstimators.doublyRobust(), Weighing.MARGINAL),
            new Asked(PageEstimators.snips(), Weighing.MARGINAL),
            new Asked(PageEstimators.ips(), Weighing.MARGINAL),
            new Asked(PageEstimators.switchDoublyRobust(), Weighing.MARGINAL),
            new Asked(PageEstimators.ripsInShelf(), Weighing.IN_SHELF),
            new Asked(PageEstimators.ripsOverRows(), Weighing.OVER_ROWS));
    /** What clusters are here. */
    static final String LISTENERS = "listeners";

    private static final List<Asked> ROBUST = ALL.subList(0, 1);
    private static final List<Asked> SERVED = List.of(new Asked(PageEstimators.served(), Weighing.MARGINAL));
    /** Standard errors. */
    private static final double CLEARLY = 3;

    private final List<Asked> asked;
    private final List<ClusteredBootstrap<WeighedPage>> values;
    private final List<ClusteredBootstrap<WeighedPage>> differences;
    private final @Nullable ClusteredBootstrap<WeighedPage> interaction;
    private final Map<Weighing, WeightAudit> audits = new LinkedHashMap<>();
    private long pages;

    /**
     * How intervals are found.
     *
     * @param replicates of each bootstrap, at least 100
     * @param confidence within (0, 1)
     */
    public record Settings(int replicates, double confidence, long seed) {}

    private PageLog(List<Asked> asked, Settings settings) {
        this.asked = asked;
        this.values = ClusteredBootstrap.several(
                asked.stream().map(Asked::estimator).toList(), settings.replicates(), settings.seed());
        this.differences = ClusteredBootstrap.several(
                asked.stream()
                        .map(each -> PageEstimators.againstServed(each.estimator()))
                        .toList(),
                settings.replicates(),
                settings.seed());
        this.interaction = asked == ALL
                ? ClusteredBootstrap.several(List.of(INTERACTION), 100, settings.seed())
                        .get(0)
                : null;
        asked.forEach(each -> auditOf(each.weighing()));
    }

    private static final SummedEstimator<WeighedPage> INTERACTION = SummedEstimator.difference(
            PageEstimators.ripsInShelf().reading(), PageEstimators.ripsInShelf(), PageEstimators.ips());

    /** With all estimators. */
    public static PageLog withAll(Settings settings) {
        return new PageLog(ALL, settings);
    }

    /** Doubly robust alone, as for a part of the pages. */
    public static PageLog doublyRobust(Settings settings) {
        return new PageLog(ROBUST, settings);
    }

    /** Of what was served itself. */
    public static PageLog served(Settings settings) {
        return new PageLog(SERVED, settings);
    }

    /** @throws IllegalArgumentException if a weight is negative or no number */
    public void add(WeighedPage page) {
        long cluster = SeededRandom.of(0, page.listener().toString()).nextLong();
        audits.forEach((weighing, audit) -> audit(audit, cluster, page, weighing.weights.apply(page)));
        values.forEach(value -> value.add(cluster, page));
        differences.forEach(difference -> difference.add(cluster, page));
        if (interaction != null) {
            interaction.add(cluster, page);
        }
        pages++;
    }

    private static void audit(WeightAudit audit, long cluster, WeighedPage page, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            int slot = i;
            if (!(weights[slot] >= 0) || weights[slot] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "a weight is finite and not negative, not " + weights[slot] + " at " + page.slotName(slot));
            }
            audit.add(cluster, () -> page.slotName(slot), weights[slot], page.rewards()[slot]);
        }
    }

    /** Adds all that another one of the same kind has seen, of other listeners. */
    public void merge(PageLog other) {
        for (int i = 0; i < values.size(); i++) {
            values.get(i).merge(other.values.get(i));
            differences.get(i).merge(other.differences.get(i));
        }
        if (interaction != null && other.interaction != null) {
            interaction.merge(other.interaction);
        }
        other.audits.forEach((weighing, audit) -> auditOf(weighing).merge(audit));
        pages += other.pages;
    }

    private WeightAudit auditOf(Weighing weighing) {
        return audits.computeIfAbsent(weighing, any -> new WeightAudit());
    }

    public long pages() {
        return pages;
    }

    /** What the first estimator says of the value, over what another log says of its own, of other listeners; empty where an interval is lacking. */
    Optional<Measured> over(PageLog other, double confidence) {
        ClusteredBootstrap<WeighedPage> own = values.get(0);
        ClusteredBootstrap<WeighedPage> its = other.values.get(0);
        return pages == 0 || other.pages == 0
                ? Optional.empty()
                : own.differenceTo(its, confidence)
                        .map(interval -> new Measured(
                                own.value() - its.value(),
                                Math.hypot(own.standardError(), its.standardError()),
                                interval));
    }

    /** The doubly robust difference, or the first one that is asked for. */
    ClusteredBootstrap<WeighedPage> mainDifference() {
        return differences.get(0);
    }

    /** Of the marginal weights. */
    public Overlap overlap() {
        return auditOf(Weighing.MARGINAL).overlap();
    }

    /**
     * What one estimator says.
     *
     * @param value a page; with its error and interval null where it is refused
     * @param difference to what the same pages earned; null where it is refused
     * @param refusals why nothing is said; empty where something is
     */
    public record Estimated(
            Reading reading,
            @Nullable Measured value,
            @Nullable Measured difference,
            Overlap overlap,
            List<String> refusals) {}

    /** @param interval null where draws have no spread */
    public record Measured(
            double value, double standardError, @Nullable Interval interval) {}

    /** What the first estimator says, whatever a gate would; empty where there are too few listeners, or too much alike. */
    Optional<Measured> measured(double confidence) {
        return pages == 0
                ? Optional.empty()
                : measured(values.get(0), confidence).filter(measured -> measured.interval() != null);
    }

    /** In the order of trust: doubly robust first. */
    public List<Estimated> estimates(HonestyGate gate, double confidence) {
        List<Estimated> all = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Overlap overlap = auditOf(asked.get(i).weighing()).overlap();
            List<String> refusals =
                    pages == 0 ? List.of("no page lies in the window") : gate.reasonsAgainst(overlap, LISTENERS);
            Optional<Measured> value = refusals.isEmpty() ? measured(values.get(i), confidence) : Optional.empty();
            Optional<Measured> difference =
                    refusals.isEmpty() ? measured(differences.get(i), confidence) : Optional.empty();
            if (refusals.isEmpty() && value.isEmpty()) {
                refusals = List.of(Comparison.tooFew(overlap.clusters()));
            }
            all.add(new Estimated(
                    asked.get(i).estimator().reading(),
                    value.orElse(null),
                    difference.orElse(null),
                    overlap,
                    refusals));
        }
        return all;
    }

    private static Optional<Measured> measured(ClusteredBootstrap<WeighedPage> bootstrap, double confidence) {
        return Double.isFinite(bootstrap.standardError())
                ? Optional.of(new Measured(
                        bootstrap.value(),
                        bootstrap.standardError(),
                        bootstrap.studentised(confidence).orElse(null)))
                : Optional.empty();
    }

    /** Whether cards seem to earn more or less by what stands before them: then estimates by slot are not to be believed. */
    public Optional<String> warning() {
        if (interaction == null || !(Math.abs(interaction.value()) > CLEARLY * interaction.standardError())) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "RIPS in a shelf differs from IPS by %.4f, more than 3 standard errors of %.4f: what a slot earns seems to"
                        + " depend on what stands before it, and estimates by slot assume that it does not",
                interaction.value(),
                interaction.standardError()));
    }
}

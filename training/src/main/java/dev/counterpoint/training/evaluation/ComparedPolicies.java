package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.random.Share;
import dev.counterpoint.training.evaluation.Comparison.Figure;
import dev.counterpoint.training.evaluation.Comparison.Support;
import dev.counterpoint.training.evaluation.Comparison.Value;
import dev.counterpoint.training.evaluation.PageLog.Estimated;
import dev.counterpoint.training.evaluation.PageLog.Measured;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.offpolicy.Interval;
import dev.counterpoint.training.offpolicy.Reading;
import dev.counterpoint.training.offpolicy.SimultaneousIntervals;
import dev.counterpoint.training.offpolicy.WeightAudit.Overlap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what pages say of all policies of a run, by reward and slice. The pages of a listener must come together. Not thread-safe: a thread
 * has one of its own, for listeners of its own, and merges it in the end.
 */
public final class ComparedPolicies {
    /** Rounding, of a ratio of two ways to the same probability. */
    private static final double SAME = 1e-12;

    private static final String SERVED_BY = "served by ";
    private static final int NAMED = 10;
    /** z at 0.975 and at 0.8. */
    private static final double DETECTABLE = 1.959_963_984_540_054 + 0.841_621_233_572_914_2;

    private final PageLog.Settings settings;
    private final Arm.Shares shares;
    private final Map<Key, PageLog> served = new LinkedHashMap<>();
    private final Map<Key, PageLog> others = new LinkedHashMap<>();
    private final List<String> mismatches = new ArrayList<>();
    private long audited;
    private long mismatched;

    /** Whose log it is. */
    private record Key(String policy, String reward, String slice) {}

    /** @param shares of the small arms among listeners */
    public ComparedPolicies(PageLog.Settings settings, Arm.Shares shares) {
        this.shares = shares;
        this.settings = settings;
    }

    /** A page of this policy itself, weighed by the probabilities that are computed again: all 1, or they were not logged rightly. */
    public void audit(WeighedPage page) {
        for (int slot = 0; slot < page.slots(); slot++) {
            audited++;
            if (!(Math.abs(page.marginal()[slot] - 1) <= SAME)) {
                mismatched++;
                if (mismatches.size() < NAMED) {
                    mismatches.add(page.slotName(slot));
                }
            }
        }
    }

    /** A page of this policy itself. */
    public void addServed(String policy, String reward, WeighedPage page) {
        servedLog(new Key(policy, reward, Comparison.ALL)).add(page);
    }

    /** A page of the serving policy as another one weighs it. */
    public void addOther(String policy, String reward, String slice, WeighedPage page) {
        otherLog(new Key(policy, reward, slice)).add(page);
    }

    private PageLog servedLog(Key key) {
        return served.computeIfAbsent(key, any -> PageLog.served(settings));
    }

    private PageLog otherLog(Key key) {
        return others.computeIfAbsent(
                key,
                any -> key.slice().equals(Comparison.ALL) ? PageLog.withAll(settings) : PageLog.doublyRobust(settings));
    }

    /** Adds all that another one has seen, of other listeners. */
    public void merge(ComparedPolicies other) {
        other.served.forEach((key, log) -> servedLog(key).merge(log));
        other.others.forEach((key, log) -> otherLog(key).merge(log));
        audited += other.audited;
        mismatched += other.mismatched;
        other.mismatches.stream().limit(NAMED - mismatches.size()).forEach(mismatches::add);
    }

    /** All that is known, by the gate. */
    public Comparison comparison(Instant from, Instant to, HonestyGate gate) {
        List<Value> values = new ArrayList<>();
        served.forEach((key, log) -> values.add(onPolicy(key, log)));
        List<String> warnings = new ArrayList<>();
        sampleRatioAlarm().ifPresent(warnings::add);
        Map<Key, Interval> simultaneous = simultaneous(gate);
        others.forEach((key, log) -> {
            List<Estimated> all = log.estimates(gate, settings.confidence());
            for (int i = 0; i < all.size(); i++) {
                values.add(offPolicy(key, log, all.get(i), i == 0, simultaneous.get(key)));
            }
            log.warning()
                    .filter(any -> all.get(0).refusals().isEmpty())
                    .ifPresent(warning -> warnings.add(key.policy() + ", " + key.reward() + ": " + warning));
        });
        return new Comparison(from, to, settings.confidence(), audited, mismatches, values, warnings);
    }

    /** Of the doubly robust differences of all candidates that pass the gate, over all pages, for each reward. */
    private Map<Key, Interval> simultaneous(HonestyGate gate) {
        Map<String, List<Key>> families = new LinkedHashMap<>();
        others.forEach((key, log) -> {
            if (key.slice().equals(Comparison.ALL)
                    && gate.reasonsAgainst(log.overlap(), PageLog.LISTENERS).isEmpty()) {
                families.computeIfAbsent(key.reward(), any -> new ArrayList<>()).add(key);
            }
        });
        Map<Key, Interval> all = new LinkedHashMap<>();
        for (List<Key> family : families.values()) {
            List<Optional<Interval>> intervals = SimultaneousIntervals.of(
                    family.stream().map(key -> otherLog(key).mainDifference()).toList(), settings.confidence());
            for (int i = 0; i < family.size(); i++) {
                Key key = family.get(i);
                intervals.get(i).ifPresent(interval -> all.put(key, interval));
            }
        }
        return all;
    }

    /** What a policy's own pages earned is no extrapolation: it needs listeners enough for an interval, and no gate. */
    private Value onPolicy(Key key, PageLog log) {
        Measured known = log.measured(settings.confidence()).orElse(null);
        Reading reading = PageEstimators.served().reading();
        Overlap overlap = log.overlap();
        return new Value(
                key.policy(),
                key.reward(),
                key.slice(),
                reading.name(),
                written(reading),
                reading.assumption(),
                true,
                figure(known),
                null,
                null,
                null,
                known == null || isArm(key) ? Map.of() : overArms(key, log),
                support(log, overlap),
                known == null ? List.of(Comparison.tooFew(overlap.clusters())) : List.of());
    }

    private Value offPolicy(
            Key key, PageLog log, Estimated estimated, boolean isMain, @Nullable Interval simultaneous) {
        boolean isGiven = mismatched == 0 && estimated.refusals().isEmpty();
        Measured difference = isGiven ? estimated.difference() : null;
        return new Value(
                key.policy(),
                key.reward(),
                key.slice(),
                estimated.reading().name(),
                written(estimated.reading()),
                estimated.reading().assumption(),
                estimated.reading().coverage().isPromised(),
                isGiven ? figure(estimated.value()) : null,
                figure(difference),
                isGiven && isMain ? simultaneous : null,
                difference == null ? null : DETECTABLE * difference.standardError(),
                isGiven && isMain ? overArms(key, log) : Map.of(),
                support(log, estimated.overlap()),
                mismatched == 0 ? estimated.refusals() : List.of(mismatch()));
    }

    /** Over what the small arms earned, by arm. */
    private Map<String, Figure> overArms(Key key, PageLog log) {
        Map<String, Figure> over = new TreeMap<>();
        if (key.slice().equals(Comparison.ALL)) {
            for (Arm arm : List.of(Arm.POPULARITY, Arm.UNIFORM)) {
                PageLog measured = served.get(armKey(arm, key.reward()));
                if (measured != null) {
                    log.over(measured, settings.confidence())
                            .ifPresent(
                                    difference -> over.put(arm.written(), Objects.requireNonNull(figure(difference))));
                }
            }
        }
        return over;
    }

    private static boolean isArm(Key key) {
        return Stream.of(Arm.POPULARITY, Arm.UNIFORM)
                .anyMatch(arm -> key.policy().equals(nameOf(arm)));
    }

    /** What a model served, as a policy. */
    public static String nameOf(String modelId) {
        return SERVED_BY + modelId;
    }

    private static Key armKey(Arm arm, String reward) {
        return new Key(nameOf(arm), reward, Comparison.ALL);
    }

    /** What an arm serves, as a policy. */
    public static String nameOf(Arm arm) {
        return "served: " + arm.written();
    }

    private Optional<String> sampleRatioAlarm() {
        Map<Arm, Double> split = Map.of(
                Arm.POPULARITY, shares.popularity() / (double) Share.ALL,
                Arm.UNIFORM, shares.uniform() / (double) Share.ALL,
                Arm.MODEL, 1 - (shares.popularity() + shares.uniform()) / (double) Share.ALL);
        Map<String, SampleRatio.Counted> counted = new LinkedHashMap<>();
        for (Key key : served.keySet()) {
            for (Arm arm : Arm.values()) {
                if (key.policy().equals(nameOf(arm))) {
                    counted.put(
                            arm.written(),
                            new SampleRatio.Counted(servedLog(key).overlap().clusters(), split.getOrDefault(arm, 0.0)));
                }
            }
        }
        for (Arm arm : Arm.values()) {
            counted.putIfAbsent(arm.written(), new SampleRatio.Counted(0, split.getOrDefault(arm, 0.0)));
        }
        return SampleRatio.alarm(counted);
    }

    private static String written(Reading reading) {
        return reading.propensity().name().toLowerCase(Locale.ROOT);
    }

    private String mismatch() {
        return mismatched + " of " + audited + " logged probabilities are not what is computed again, the first of "
                + mismatches.get(0);
    }

    private static @Nullable Figure figure(@Nullable Measured measured) {
        return measured == null ? null : new Figure(measured.value(), measured.standardError(), measured.interval());
    }

    private static Support support(PageLog log, Overlap overlap) {
        return new Support(
                overlap.clusters(),
                log.pages(),
                overlap.effectiveClusters(),
                overlap.meanWeight(),
                Double.isFinite(overlap.meanWeightError()) ? overlap.meanWeightError() : 0,
                overlap.heaviest());
    }
}

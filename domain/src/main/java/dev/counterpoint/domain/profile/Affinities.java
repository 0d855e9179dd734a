package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.domain.time.SlidingWindow;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A listener's affinities to tags or to creators, as they weigh at one instant. Immutable. */
public final class Affinities {
    /** Plays of an hour that double a name's rank among the rising ones, where it was unknown before. */
    private static final double DAMPING = 4;

    private final Table<AffinityEntry> table;
    private final double[] fading;
    private final long now;
    private final long today;
    private final double[] greatest;

    Affinities(Table<AffinityEntry> table, double[] fading, long now) {
        this.table = table;
        this.fading = fading;
        this.now = now;
        this.today = now / Micros.PER_DAY;
        this.greatest = greatest(table, fading);
    }

    /** All of it worked out, for whoever asks for many cards. */
    public AffinityRows rows() {
        return new AffinityRows(table, fading, now);
    }

    /** How many names are remembered. */
    public int size() {
        return table.size();
    }

    /** In plays, faded with a half-life; 0 for a name that is not remembered. */
    public double of(String name, HalfLife halfLife) {
        AffinityEntry entry = table.find(name);
        return entry == null ? 0 : valueOf(entry, halfLife);
    }

    /** The largest absolute affinity to any name, in plays, ≥ 0. */
    public double greatest(HalfLife halfLife) {
        return greatest[halfLife.ordinal()];
    }

    /** Plays on the last seven days (UTC), today included. */
    public int playsThisWeek(String name) {
        AffinityEntry entry = table.find(name);
        return entry == null ? 0 : entry.playsInWeekUntil(today);
    }

    /** Plays within a sliding window; 0 for a name that is not remembered, or of which windows were forgotten. */
    public int plays(String name, SlidingWindow window) {
        AffinityEntry entry = table.find(name);
        return entry == null ? 0 : entry.playsIn(window, now);
    }

    /** The names liked most, strongest first, ties by name; none with an affinity of 0 or less. */
    public List<Affinity> strongest(HalfLife halfLife, int limit) {
        return ranked(entry -> valueOf(entry, halfLife), halfLife, limit);
    }

    /**
     * The names that the last hours brought up: by {@code hour / (4 + month)}, so that a new interest comes before the companions of
     * every interest. Ties by name; none with an hourly affinity of 0 or less.
     */
    public List<Affinity> rising(int limit) {
        return ranked(this::rise, HalfLife.HOUR, limit);
    }

    /** What {@link #rising} ranks a name by, in plays per play: {@code hour / (4 + month)}; 0 for one that is not remembered. */
    public double riseOf(String name) {
        AffinityEntry entry = table.find(name);
        return entry == null ? 0 : rise(entry);
    }

    private List<Affinity> ranked(ToDoubleFunction<AffinityEntry> rank, HalfLife halfLife, int limit) {
        Comparator<Ranked> best = Comparator.comparingDouble(Ranked::rank).reversed();
        return table.all().stream()
                .map(entry -> new Ranked(entry, rank.applyAsDouble(entry)))
                .filter(ranked -> ranked.rank > 0)
                .sorted(best.thenComparing(ranked -> ranked.entry.key))
                .limit(limit)
                .map(ranked -> new Affinity(
                        ranked.entry.key, valueOf(ranked.entry, halfLife), ranked.entry.playsInWeekUntil(today)))
                .toList();
    }

    private double rise(AffinityEntry entry) {
        double month = Math.max(0, valueOf(entry, HalfLife.MONTH));
        return valueOf(entry, HalfLife.HOUR) / (DAMPING + month);
    }

    private double valueOf(AffinityEntry entry, HalfLife halfLife) {
        return entry.weights[halfLife.ordinal()] * fading[halfLife.ordinal()];
    }

    private static double[] greatest(Table<AffinityEntry> table, double[] fading) {
        double[] greatest = new double[HalfLife.COUNT];
        for (AffinityEntry entry : table.all()) {
            for (int i = 0; i < HalfLife.COUNT; i++) {
                greatest[i] = Math.max(greatest[i], Math.abs(entry.weights[i] * fading[i]));
            }
        }
        return greatest;
    }

    private record Ranked(AffinityEntry entry, double rank) {}
}

package dev.counterpoint.infra.simulator.study;

import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.source.Rest;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much a model can gain: the one-page values of chance, popularity, no personalization, the baseline and the best page at the states that the baseline serves. */
public final class Headroom {
    public static final String UNIFORM = "uniform";
    public static final String POPULARITY = "popularity";
    /** The page of those who want no personalization: from other sources than all others here, so on a plan of its own. */
    public static final String IMPERSONAL = "impersonal";

    public static final String BASELINE = "baseline";
    public static final String PREVIOUS = "previous baseline";
    public static final String BEST = "best";

    private static final EpsilonGreedy DRAWING = new EpsilonGreedy(0.05, 0.02);

    private final int cards;
    private final int listeners;
    private final int days;
    private final Rest rest;

    /** @param days of listening, of which the last three count */
    public Headroom(int cards, int listeners, int days) {
        this(cards, listeners, days, Rest.NONE);
    }

    /**
     * @param days of listening, of which the last three count
     * @param rest of cards that were seen often and not taken up
     */
    public Headroom(int cards, int listeners, int days, Rest rest) {
        this.rest = rest;
        this.cards = cards;
        this.listeners = listeners;
        this.days = days;
    }

    public static List<ServingPolicy> policies() {
        return List.of(
                new ServingPolicy(UNIFORM, Baselines.popularity(), DRAWING.uniform()),
                new ServingPolicy(POPULARITY, Baselines.popularity(), DRAWING),
                new ServingPolicy(PREVIOUS, Baselines.secondLinear(), DRAWING),
                new ServingPolicy(BASELINE, Baselines.linear(), DRAWING));
    }

    /**
     * What was found with one seed.
     *
     * @param values mean one-page values by policy, the best page among them: plays a page
     * @param served plays a page that really happened
     * @param pages that counted
     */
    public record Found(long seed, Map<String, Double> values, double served, long pages) {
        /** Plays a page, of one policy. */
        public double value(String policy) {
            return values.getOrDefault(policy, Double.NaN);
        }

        /** The share of the way from popularity to the best page, of one policy. */
        public double share(String policy) {
            double popularity = value(POPULARITY);
            return (value(policy) - popularity) / (value(BEST) - popularity);
        }
    }

    public Found of(long seed) {
        Weeks weeks =
                Weeks.madeUp(BehaviourParameters.FIXED, seed, cards, listeners).resting(rest);
        List<ServingPolicy> policies = policies();
        ServingPolicy baseline = policies.get(policies.size() - 1);
        weeks.run(Weeks.day(days - 3), any -> baseline, Weeks.Observer.none());
        Sum sum = new Sum(policies, weeks.parameters());
        weeks.run(Weeks.day(days), any -> baseline, sum);
        return sum.found(seed);
    }

    private static final class Sum implements Weeks.Observer {
        private final List<ServingPolicy> policies;
        private final BehaviourParameters parameters;
        private final Map<String, Double> sums = new LinkedHashMap<>();
        private long pages;
        private long plays;

        Sum(List<ServingPolicy> policies, BehaviourParameters parameters) {
            this.policies = policies;
            this.parameters = parameters;
        }

        @Override
        public void served(Weeks.Moment moment) {
            OnePageValues values = new OnePageValues(parameters, moment.served(), moment.appeal());
            values.of(policies).forEach((policy, value) -> sums.merge(policy, value, Double::sum));
            sums.merge(IMPERSONAL, impersonal(moment), Double::sum);
            sums.merge(BEST, values.best(), Double::sum);
            pages++;
        }

        private double impersonal(Weeks.Moment moment) {
            Served page = moment.impersonal().get();
            return new OnePageValues(parameters, page, moment.appeal())
                    .of(
                            page.decision().scores().toArray(),
                            page.decision().treatment().policy());
        }

        @Override
        public void acted(List<Deed> deeds) {
            plays += deeds.stream()
                    .filter(deed -> deed.type() == InteractionType.PLAY)
                    .count();
        }

        Found found(long seed) {
            Map<String, Double> means = new LinkedHashMap<>();
            sums.forEach((policy, sum) -> means.put(policy, sum / pages));
            return new Found(seed, means, (double) plays / pages, pages);
        }
    }
}

package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.List;

/**
 * Decides which page is shown, and with which probability each slot was filled: plan first, then order by the scores, then draw. The same
 * inputs, scores and seed give the same page, bit for bit, for ever.
 *
 * <p>Chance comes in sub-streams of the seed by name: {@code plan} for the owners of cards, {@code rows} for the list of shelves,
 * {@code cards } and the shelf's key for its list of cards.
 *
 * @see "McInerney et al. 2018, Explore, Exploit, and Explain: Personalizing Explainable Recommendations with Bandits"
 */
public final class HomePolicy {
    private HomePolicy() {}

    /** The plan, with the chance of this seed. Its pairs are what must be scored. */
    public static Plan plan(HomeInputs inputs, long seed) {
        return Planning.of(inputs, SeededRandom.seedOf(seed, "plan"));
    }

    /**
     * Plans and draws.
     *
     * @param scores float[pairs of the plan], in the plan's order, finite
     * @throws IllegalArgumentException if the scores do not fit the plan
     */
    public static Page decide(HomeInputs inputs, float[] scores, long seed) {
        return draw(plan(inputs, seed), inputs, scores, seed);
    }

    /** Draws from a plan that {@link #plan} made of the same inputs and seed. */
    public static Page draw(Plan plan, HomeInputs inputs, float[] scores, long seed) {
        return new ScoredPlan(plan, inputs, scores).draw(seed);
    }

    /** A page, and {@link #order} that it was drawn from. */
    public record Drawn(Page page, List<ShelfKey> order) {}

    /** As {@link #draw}, with the order as well. */
    public static Drawn drawn(Plan plan, HomeInputs inputs, float[] scores, long seed) {
        ScoredPlan scored = new ScoredPlan(plan, inputs, scores);
        return new Drawn(scored.draw(seed), scored.order());
    }

    /** The shelves without a pinned row, the most valuable first: the order that chance departs from. */
    public static List<ShelfKey> order(Plan plan, HomeInputs inputs, float[] scores) {
        return new ScoredPlan(plan, inputs, scores).order();
    }

    /**
     * The same page, with the probabilities that it has under this policy and these scores: what another model or policy would have thought
     * of a page that was served.
     *
     * @throws IllegalArgumentException if something on the page is not in the plan
     */
    public static Page probabilitiesOf(Page page, Plan plan, HomeInputs inputs, float[] scores) {
        return new ScoredPlan(plan, inputs, scores).probabilitiesOf(page);
    }

    /**
     * With which probability everything of the plan stands where, over all seeds of the draw.
     *
     * @param scores as for {@link #decide}
     */
    public static Placements placements(Plan plan, HomeInputs inputs, float[] scores) {
        return new ScoredPlan(plan, inputs, scores).placements();
    }
}

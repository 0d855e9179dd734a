package dev.counterpoint.infra.simulator.study;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.infra.simulator.behaviour.Appeal;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What policies are worth at one state: the expected number of plays on the one page that would be served there, over all draws, under the
 * plan that was made there. Exact, because the truth adds up over slots. Says nothing of what a policy would be worth once deployed.
 */
public final class OnePageValues {
    private final BehaviourParameters parameters;
    private final Map<ShelfKey, SourceKind> sources = new HashMap<>();
    private final Map<CardId, Card> cards = new HashMap<>();
    private final Served served;
    private final HomeInputs inputs;
    private final Plan plan;
    private final Appeal appeal;

    public OnePageValues(BehaviourParameters parameters, Served served, Appeal appeal) {
        this.parameters = parameters;
        this.served = served;
        this.appeal = appeal;
        this.inputs = served.decision().inputs();
        this.plan = served.plan();
        for (PlannedShelf shelf : plan.shelves()) {
            sources.put(shelf.proposal().shelf(), shelf.proposal().source());
            for (Proposal proposal : shelf.cards()) {
                cards.put(
                        proposal.card(),
                        served.known().catalog().card(proposal.card()).orElseThrow());
            }
        }
    }

    /** By name of the policy. */
    Map<String, Double> of(List<ServingPolicy> policies) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (ServingPolicy policy : policies) {
            values.put(policy.name(), of(policy));
        }
        return values;
    }

    /** Expected plays on the page of a policy. */
    public double of(ServingPolicy policy) {
        return of(served.scoresOf(policy.scorer(), plan), policy.drawing());
    }

    /**
     * Expected plays on a page that is drawn by these scores.
     *
     * @param scores float[pairs of the plan]
     */
    public double of(float[] scores, DrawingPolicy drawing) {
        return HomePolicy.placements(plan, inputs.drawnBy(drawing), scores).expectation(this::worth);
    }

    /**
     * Expected plays on the best page of the plan: on each shelf the cards with the greatest probabilities first, and the shelves that are
     * worth most first. Seeing falls along rows and columns by constant factors, so no other page is better.
     */
    public double best() {
        List<Double> shelves = new ArrayList<>();
        for (PlannedShelf shelf : plan.shelves()) {
            List<Double> plays = shelf.cards().stream()
                    .map(proposal -> play(shelf.proposal().shelf(), proposal.card()))
                    .sorted(Comparator.reverseOrder())
                    .limit(Math.min(shelf.proposal().maxCards(), inputs.grid().columns()))
                    .toList();
            double sum = 0;
            for (int column = 0; column < plays.size(); column++) {
                sum += Math.pow(parameters.columnDecay(), column) * plays.get(column);
            }
            shelves.add(sum);
        }
        shelves.sort(Comparator.reverseOrder());
        double best = 0;
        for (int row = 0; row < Math.min(shelves.size(), inputs.grid().rows()); row++) {
            best += parameters.seen(row, 0) * shelves.get(row);
        }
        return best;
    }

    /** The true probability of a play once seen: float[pairs of the plan]. */
    float[] truth() {
        float[] truth = new float[plan.pairs()];
        int pair = 0;
        for (PlannedShelf shelf : plan.shelves()) {
            for (Proposal proposal : shelf.cards()) {
                truth[pair++] = (float) play(shelf.proposal().shelf(), proposal.card());
            }
        }
        return truth;
    }

    private double worth(ShelfKey shelf, CardId card, int row, int column) {
        return parameters.seen(row, column) * play(shelf, card);
    }

    private double play(ShelfKey shelf, CardId card) {
        return appeal.play(Objects.requireNonNull(cards.get(card)), Objects.requireNonNull(sources.get(shelf)));
    }
}

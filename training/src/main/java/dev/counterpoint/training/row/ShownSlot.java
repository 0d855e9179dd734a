package dev.counterpoint.training.row;

import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;

/**
 * A slot that was left to chance and seen: one row of training.
 *
 * @param servedAt when its page was decided
 * @param row from 0
 * @param column from 0
 * @param features float[features of the set], as of the decision; not copied
 * @param listLength of the list of cards that the slot was filled from
 * @param marginalPropensity of the card in this column of its list, given the plan: (0, 1]
 * @param outcome of the page
 */
public record ShownSlot(
        StreamId listener,
        Instant servedAt,
        int row,
        int column,
        float[] features,
        int listLength,
        double marginalPropensity,
        PageOutcome outcome) {

    /** @return within [0, 1] */
    public double earned(Reward reward) {
        return outcome.earned(reward, row, column);
    }
}

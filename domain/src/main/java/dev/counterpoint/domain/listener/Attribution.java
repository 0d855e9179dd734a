package dev.counterpoint.domain.listener;

import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.DecisionId;

/**
 * The slot of a served page that an interaction is credited to.
 *
 * @param row from 0
 * @param column from 0
 */
public record Attribution(DecisionId decisionId, ShelfKey shelf, int row, int column) {
    public Attribution {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("rows and columns start at 0");
        }
    }
}

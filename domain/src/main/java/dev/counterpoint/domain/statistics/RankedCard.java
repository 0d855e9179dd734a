package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.catalog.CardId;

/**
 * A card among the popular ones.
 *
 * @param popularity see {@link CardStatistics}
 */
public record RankedCard(CardId cardId, double popularity) {}

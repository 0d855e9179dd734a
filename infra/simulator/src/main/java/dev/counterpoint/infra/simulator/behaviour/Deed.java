package dev.counterpoint.infra.simulator.behaviour;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.listener.InteractionType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that a listener does with a card of a page.
 *
 * @param row of the page, from 0
 * @param column of the row, from 0
 * @param after the page was shown
 * @param playedMs null for what is not listening
 */
public record Deed(
        InteractionType type,
        Card card,
        ShelfKey shelf,
        int row,
        int column,
        Duration after,
        @Nullable Long playedMs) {}

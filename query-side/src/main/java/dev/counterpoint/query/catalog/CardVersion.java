package dev.counterpoint.query.catalog;

import dev.counterpoint.domain.catalog.Card;
import java.time.Instant;

/**
 * A card as it was for a while.
 *
 * @param since when this version was recorded
 * @param retired whether it may not be placed any more
 */
public record CardVersion(Card card, Instant since, boolean retired) {}

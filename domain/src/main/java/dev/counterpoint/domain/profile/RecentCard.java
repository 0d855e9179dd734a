package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import java.time.Instant;
import java.util.List;

/**
 * A card that a listener played not long ago.
 *
 * @param creators at most 4
 * @param tags at most 16, as of the last play
 * @param plays while it is remembered; 0 where only its completion was reported
 */
public record RecentCard(
        CardId cardId, CardKind kind, List<String> creators, List<String> tags, Instant lastPlayedAt, long plays) {}

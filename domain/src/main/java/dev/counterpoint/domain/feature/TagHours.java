package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.profile.RecentCard;
import dev.counterpoint.domain.time.Micros;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tags the listener's recent cards had that were played at about this time of day (UTC). */
final class TagHours {
    private static final long MICROS_NEAR = Micros.PER_DAY / 8;
    private static final double PRIOR_NEAR = 1;
    private static final double PRIOR_CARDS = 4;

    /** By tag, how many of the recent cards carry it, and how many of those were played at about this time. */
    private final Map<String, int[]> counts = new HashMap<>();

    TagHours(List<RecentCard> recent, long now) {
        for (RecentCard card : recent) {
            int near = isNear(Micros.of(card.lastPlayedAt()), now) ? 1 : 0;
            for (String tag : card.tags()) {
                int[] count = counts.computeIfAbsent(tag, any -> new int[2]);
                count[0]++;
                count[1] += near;
            }
        }
    }

    /** The share of the recent cards with a tag that were played within three hours of this time of day, prior 1 of 4. */
    double shareNear(String tag) {
        int[] count = counts.get(tag);
        return count == null ? PRIOR_NEAR / PRIOR_CARDS : Shapes.rate(count[1], count[0], PRIOR_NEAR, PRIOR_CARDS);
    }

    private static boolean isNear(long played, long now) {
        long apart = Math.floorMod(now - played, Micros.PER_DAY);
        return Math.min(apart, Micros.PER_DAY - apart) <= MICROS_NEAR;
    }
}

package dev.counterpoint.training.row;

import dev.counterpoint.domain.listener.InteractionType;

/**
 * How long one slot was listened to. Plays are added up, since a player may tell one play in several parts. How a play ended (skipped,
 * completed) tells its time once more: that counts only as far as the plays had not told of it. The order does not matter.
 *
 * @param plays milliseconds of all plays, at most the cap
 * @param end milliseconds of the longest that ended, at most the cap
 */
record Listening(long plays, long end) {
    static final Listening NONE = new Listening(0, 0);

    private static final long CAP_MS = Reward.PLAYED_CAP.toMillis();

    /** @param playedMs ≥ 0 */
    Listening and(InteractionType type, long playedMs) {
        long capped = Math.min(CAP_MS, playedMs);
        return switch (type) {
            case PLAY -> new Listening(Math.min(CAP_MS, plays + capped), end);
            case SKIP, COMPLETE -> new Listening(plays, Math.max(end, capped));
            default -> this;
        };
    }

    /** Of the cap, within [0, 1]. */
    double share() {
        return Math.max(plays, end) / (double) CAP_MS;
    }
}

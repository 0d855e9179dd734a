package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.listener.InteractionType;

/** The listener's current sitting: actions with less than 30 minutes between them. Impressions are no actions. */
final class Session {
    static final long GAP_MICROS = 30L * 60 * 1_000_000;

    long startedAt = -1;
    long lastActionAt = -1;
    long lastPlayAt = -1;
    long actions;
    long skipStreak;
    long playsSinceSkip;

    Session copy() {
        Session copy = new Session();
        copy.startedAt = startedAt;
        copy.lastActionAt = lastActionAt;
        copy.lastPlayAt = lastPlayAt;
        copy.actions = actions;
        copy.skipStreak = skipStreak;
        copy.playsSinceSkip = playsSinceSkip;
        return copy;
    }

    /** What comes late counts for the session if it lies in it, and never moves its end or the streak. */
    void act(InteractionType type, long at) {
        if (type == InteractionType.PLAY) {
            lastPlayAt = Math.max(lastPlayAt, at);
        }
        if (at < lastActionAt) {
            actions += at >= startedAt ? 1 : 0;
            return;
        }
        if (lastActionAt < 0 || at - lastActionAt > GAP_MICROS) {
            startedAt = at;
            actions = 0;
        }
        actions++;
        lastActionAt = at;
        countStreak(type);
    }

    /** A client reports a play and then, perhaps, its skip: so a streak ends with the second play that no skip followed. */
    private void countStreak(InteractionType type) {
        switch (type) {
            case SKIP -> {
                skipStreak++;
                playsSinceSkip = 0;
            }
            case PLAY -> {
                skipStreak = playsSinceSkip > 0 ? 0 : skipStreak;
                playsSinceSkip++;
            }
            case COMPLETE, SAVE -> skipStreak = 0;
            default -> {}
        }
    }
}

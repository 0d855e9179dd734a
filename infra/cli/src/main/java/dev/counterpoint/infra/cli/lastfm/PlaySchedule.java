package dev.counterpoint.infra.cli.lastfm;

import dev.counterpoint.infra.cli.platform.PlayLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Makes plays of counts. The data says how often, not when: a count becomes as many plays as its logarithm has units, and the plays
 * of a listener are shuffled and spread evenly over the half year before now.
 */
final class PlaySchedule {
    private static final Duration SPREAD = Duration.ofDays(180);

    private final Instant now;

    PlaySchedule(Instant now) {
        this.now = now;
    }

    /**
     * max(1, round(ln(count + 1))).
     *
     * @param count at least 1
     */
    static long plays(long count) {
        return Math.max(1, Math.round(StrictMath.log(count + 1.0)));
    }

    /** @return in the order of time, the last one now */
    List<PlayLine> of(int listener, Map<Integer, Long> counts) {
        List<Play> plays = new ArrayList<>();
        counts.forEach((artist, count) -> {
            for (int nth = 1; nth <= plays(count); nth++) {
                plays.add(new Play(artist, nth, place(listener, artist, nth)));
            }
        });
        plays.sort(Comparator.comparingLong(Play::place)
                .thenComparingInt(Play::artist)
                .thenComparingInt(Play::nth));
        List<PlayLine> lines = new ArrayList<>(plays.size());
        for (int i = 0; i < plays.size(); i++) {
            lines.add(line(listener, plays.get(i), before(plays.size() - 1 - i, plays.size())));
        }
        return lines;
    }

    private Instant before(int steps, int of) {
        return now.minusMillis(SPREAD.toMillis() * steps / of);
    }

    private static PlayLine line(int listener, Play play, Instant at) {
        String interactionId = "lastfm-" + play.artist + "-" + play.nth;
        return new PlayLine(Integer.toString(listener), interactionId, Artist.cardId(play.artist), at);
    }

    /** Where a play stands in the shuffled order: the finalizer of SplitMix64 over what the play is. */
    private static long place(int listener, int artist, int nth) {
        return mixed(mixed(mixed(listener) + artist) + nth);
    }

    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private record Play(int artist, int nth, long place) {}
}

package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.infra.cli.platform.PlayLine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a listener's artists is known, what is to be learned to predict, and what is hidden until the end: by chance, a tenth each of
 * the latter two, at least one.
 *
 * @param plays all, in the order of time
 * @param toLearn artists
 * @param hidden artists
 */
record HiddenArtists(String listener, List<PlayLine> plays, Set<String> toLearn, Set<String> hidden) {
    private static final int FEWEST = 10;

    /** Listeners with at least ten artists. */
    static List<HiddenArtists> of(Iterator<PlayLine> plays, long seed) {
        Map<String, List<PlayLine>> byListener = new LinkedHashMap<>();
        plays.forEachRemaining(play -> byListener
                .computeIfAbsent(play.listenerId(), any -> new ArrayList<>())
                .add(play));
        List<HiddenArtists> all = new ArrayList<>();
        byListener.forEach((listener, theirs) -> {
            Set<String> artists = new TreeSet<>();
            theirs.forEach(play -> artists.add(play.cardId()));
            if (artists.size() >= FEWEST) {
                all.add(split(listener, theirs, new ArrayList<>(artists), SeededRandom.of(seed, "split " + listener)));
            }
        });
        return all;
    }

    private static HiddenArtists split(
            String listener, List<PlayLine> plays, List<String> artists, SeededRandom chance) {
        int each = Math.round(artists.size() / 10f);
        Set<String> hidden = draw(artists, each, chance);
        Set<String> toLearn = draw(artists, each, chance);
        return new HiddenArtists(listener, plays, toLearn, hidden);
    }

    private static Set<String> draw(List<String> from, int count, SeededRandom chance) {
        Set<String> drawn = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            drawn.add(from.remove(chance.nextInt(from.size())));
        }
        return drawn;
    }

    /** The plays that are known while it is learned. */
    List<PlayLine> knownFirst() {
        return plays.stream()
                .filter(play -> !hidden.contains(play.cardId()) && !toLearn.contains(play.cardId()))
                .toList();
    }

    /** The plays that are known when it is tested. */
    List<PlayLine> knownLater() {
        return plays.stream().filter(play -> !hidden.contains(play.cardId())).toList();
    }
}

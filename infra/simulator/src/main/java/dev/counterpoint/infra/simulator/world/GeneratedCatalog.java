package dev.counterpoint.infra.simulator.world;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.random.SeededRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A made-up catalogue: cards of a few genres each, with neighbouring styles as further tags. The same for the same seed. */
public final class GeneratedCatalog {
    private static final int GENRES = 24;
    private static final int STYLES_OF_A_GENRE = 4;
    private static final int CARDS_OF_A_CREATOR = 5;
    private static final CardKind[] KINDS = {
        CardKind.TRACK, CardKind.TRACK, CardKind.ALBUM, CardKind.ALBUM, CardKind.ARTIST, CardKind.PLAYLIST
    };

    private GeneratedCatalog() {}

    /**
     * @param cards how many
     * @param before when the last of them was published; the first some two years earlier
     */
    public static List<Card> of(long seed, int cards, Instant before) {
        RandomGenerator chance = SeededRandom.of(seed, "catalogue")::nextLong;
        return IntStream.range(0, cards)
                .mapToObj(number -> card(number, cards, before, chance))
                .toList();
    }

    private static Card card(int number, int cards, Instant before, RandomGenerator chance) {
        int genre = genre(chance);
        Set<String> tags = new LinkedHashSet<>();
        tags.add("genre-" + genre);
        for (int more = 2 + chance.nextInt(3); more > 0; more--) {
            tags.add("style-" + genre + "-" + chance.nextInt(STYLES_OF_A_GENRE));
        }
        if (chance.nextDouble() < 0.4) {
            tags.add("genre-" + genre(chance));
        }
        tags.add("mood-" + chance.nextInt(12));
        Duration age = Duration.ofMinutes(
                Math.round(chance.nextDouble() * Duration.ofDays(730).toMinutes()));
        return new Card(
                new CardId("made-up-" + number),
                KINDS[chance.nextInt(KINDS.length)],
                "Made-up card " + number,
                List.of("made-up creator " + genre + "-"
                        + chance.nextInt(Math.max(1, cards / GENRES / CARDS_OF_A_CREATOR))),
                new ArrayList<>(tags),
                before.minus(age),
                false,
                null);
    }

    /** Low numbers are wider known. */
    private static int genre(RandomGenerator chance) {
        double at = chance.nextDouble();
        return (int) (GENRES * at * Math.sqrt(at));
    }
}

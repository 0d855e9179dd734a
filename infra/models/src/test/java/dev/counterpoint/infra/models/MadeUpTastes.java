package dev.counterpoint.infra.models;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.embedding.ListenerPlays;
import dev.counterpoint.training.embedding.PlayMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Listeners who like two of ten genres of fifty cards each, the first cards of a genre much more often played than the last; one play in ten
 * is of anything. The first card of each is what they play next, and not told.
 */
final class MadeUpTastes {
    static final int GENRES = 10;
    static final int OF_A_GENRE = 50;
    private static final int PLAYED = 20;

    private final List<List<CardId>> told = new ArrayList<>();
    private final List<CardId> next = new ArrayList<>();

    MadeUpTastes(int listeners, long seed) {
        SeededRandom chance = SeededRandom.of(seed, "tastes");
        for (int listener = 0; listener < listeners; listener++) {
            int[] liked = {chance.nextInt(GENRES), chance.nextInt(GENRES)};
            Set<CardId> played = new LinkedHashSet<>();
            CardId last = card(liked[0], chance);
            while (played.size() < PLAYED) {
                boolean isAnything = chance.nextInt(10) == 0;
                CardId card = card(isAnything ? chance.nextInt(GENRES) : liked[chance.nextInt(2)], chance);
                if (!card.equals(last)) {
                    played.add(card);
                }
            }
            told.add(List.copyOf(played));
            next.add(last);
        }
    }

    private static CardId card(int genre, SeededRandom chance) {
        double square = chance.nextDouble() * chance.nextDouble();
        return card(genre, (int) (OF_A_GENRE * square));
    }

    static CardId card(int genre, int number) {
        return new CardId("genre-" + genre + "-card-" + number);
    }

    static List<CardId> allCards() {
        List<CardId> all = new ArrayList<>();
        for (int genre = 0; genre < GENRES; genre++) {
            for (int number = 0; number < OF_A_GENRE; number++) {
                all.add(card(genre, number));
            }
        }
        return all;
    }

    PlayMatrix matrix() {
        PlayMatrix.Builder builder = PlayMatrix.builder();
        for (List<CardId> cards : told) {
            float[] weights = new float[cards.size()];
            Arrays.fill(weights, 1);
            builder.add(new ListenerPlays(cards, weights));
        }
        return builder.build();
    }

    int listeners() {
        return told.size();
    }

    List<CardId> told(int listener) {
        return told.get(listener);
    }

    CardId next(int listener) {
        return next.get(listener);
    }
}

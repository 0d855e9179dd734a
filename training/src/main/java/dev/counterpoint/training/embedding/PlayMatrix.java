package dev.counterpoint.training.embedding;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.home.Digest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which listeners played which cards, and how much: a sparse matrix, row by row. A card that fewer than {@value #FEWEST_LISTENERS} listeners
 * played is left out, since chance would decide where it stands; so is a listener with fewer than two of the cards that are left.
 *
 * <p>Cards are in the order of their ids, listeners in that of the walk. Immutable.
 */
public final class PlayMatrix {
    /** Listeners that a card needs. */
    public static final int FEWEST_LISTENERS = 3;

    private final List<CardId> cards;
    private final int[] ends;
    private final int[] columns;
    private final float[] weights;

    private PlayMatrix(List<CardId> cards, int[] ends, int[] columns, float[] weights) {
        this.cards = List.copyOf(cards);
        this.ends = ends;
        this.columns = columns;
        this.weights = weights;
    }

    /** The columns. */
    public List<CardId> cards() {
        return cards;
    }

    public int listeners() {
        return ends.length;
    }

    /** Pairs of a listener and a card. */
    public int pairs() {
        return columns.length;
    }

    /** The first pair of a listener; they lie behind each other, the card played last first. */
    public int begin(int listener) {
        return listener == 0 ? 0 : ends[listener - 1];
    }

    /** The pair behind the last of a listener. */
    public int end(int listener) {
        return ends[listener];
    }

    /** The card of a pair. */
    public int column(int pair) {
        return columns[pair];
    }

    /** How much a pair counts, at least 1. */
    public float weight(int pair) {
        return weights[pair];
    }

    /** Over all of it, in order: what two fits have in common that learn the same. */
    public Digest digest() {
        List<String> parts = new ArrayList<>();
        cards.forEach(card -> parts.add(card.value()));
        ByteBuffer numbers = ByteBuffer.allocate(Integer.BYTES * (ends.length + 2 * columns.length));
        for (int end : ends) {
            numbers.putInt(end);
        }
        for (int pair = 0; pair < columns.length; pair++) {
            numbers.putInt(columns[pair]).putFloat(weights[pair]);
        }
        parts.add(Digest.over(numbers.array()).hex());
        return Digest.ofSequence(parts);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Takes in listeners, one after the other. Not thread-safe. */
    public static final class Builder {
        private final List<CardId> cards = new ArrayList<>();
        private final Map<CardId, Integer> numbers = new HashMap<>();
        private final List<int[]> columns = new ArrayList<>();
        private final List<float[]> weights = new ArrayList<>();

        private Builder() {}

        /** @param played the card played last first */
        public Builder add(ListenerPlays played) {
            int[] own = new int[played.cards().size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = numberOf(played.cards().get(i));
            }
            columns.add(own);
            weights.add(played.weights());
            return this;
        }

        private int numberOf(CardId card) {
            Integer known = numbers.putIfAbsent(card, cards.size());
            if (known != null) {
                return known;
            }
            cards.add(card);
            return cards.size() - 1;
        }

        /** How many cards were seen, those that will be left out among them. */
        public int cardsSeen() {
            return cards.size();
        }

        public PlayMatrix build() {
            int[] played = new int[cards.size()];
            columns.forEach(own -> Arrays.stream(own).forEach(card -> played[card]++));
            Map<CardId, Integer> kept = new TreeMap<>();
            for (int card = 0; card < played.length; card++) {
                if (played[card] >= FEWEST_LISTENERS) {
                    kept.put(cards.get(card), card);
                }
            }
            int[] columnOf = new int[played.length];
            Arrays.fill(columnOf, -1);
            int next = 0;
            for (int card : kept.values()) {
                columnOf[card] = next++;
            }
            return build(new ArrayList<>(kept.keySet()), columnOf);
        }

        private PlayMatrix build(List<CardId> kept, int[] columnOf) {
            int most = columns.stream().mapToInt(own -> own.length).sum();
            int[] ends = new int[columns.size()];
            int[] all = new int[most];
            float[] counts = new float[most];
            int listeners = 0;
            int pairs = 0;
            for (int listener = 0; listener < columns.size(); listener++) {
                int begin = pairs;
                int[] own = columns.get(listener);
                for (int i = 0; i < own.length; i++) {
                    if (columnOf[own[i]] >= 0) {
                        all[pairs] = columnOf[own[i]];
                        counts[pairs++] = weights.get(listener)[i];
                    }
                }
                if (pairs - begin >= 2) {
                    ends[listeners++] = pairs;
                } else {
                    pairs = begin;
                }
            }
            return new PlayMatrix(
                    kept, Arrays.copyOf(ends, listeners), Arrays.copyOf(all, pairs), Arrays.copyOf(counts, pairs));
        }
    }
}

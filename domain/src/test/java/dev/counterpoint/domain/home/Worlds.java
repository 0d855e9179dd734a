package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Small worlds for tests. */
final class Worlds {
    private Worlds() {}

    /** A shelf that proposes cards; a card's creator is called like the card. */
    static ShelfProposal shelf(String key, String... cards) {
        return shelf(key, SourceKind.TAG, null, proposals(cards));
    }

    static ShelfProposal pinnedCards(String key, int row, String... cards) {
        return shelf(key, SourceKind.PINNED, row, proposals(cards));
    }

    static ShelfProposal pinnedRow(String key, int row, String... cards) {
        return shelf(key, SourceKind.POPULAR, row, proposals(cards));
    }

    static ShelfProposal shelf(String key, SourceKind source, Integer row, List<Proposal> cards) {
        return new ShelfProposal(ShelfKey.parse(key), source, key, false, row, 50, cards);
    }

    /** A shelf of n cards named key-0, key-1 … that no other shelf proposes. */
    static ShelfProposal ownShelf(String key, int n) {
        return shelf(key, IntStream.range(0, n).mapToObj(i -> key + "-" + i).toArray(String[]::new));
    }

    static List<Proposal> proposals(String... cards) {
        return Arrays.stream(cards).map(card -> by(card, card)).toList();
    }

    static Proposal by(String creator, String card) {
        return new Proposal(new CardId(card), List.of(creator), List.of());
    }

    static HomeInputs inputs(DrawingPolicy policy, int rows, int columns, ShelfProposal... shelves) {
        return new HomeInputs(List.of(shelves), Set.of(), policy, new Grid(rows, columns));
    }

    static List<String> ids(List<Proposal> cards) {
        return cards.stream().map(card -> card.card().value()).toList();
    }

    /** All ways to fill slots from n items: each an int[slots] of ranks, no rank twice. */
    static List<int[]> arrangements(int n, int slots) {
        List<int[]> all = new ArrayList<>();
        arrange(new int[slots], 0, new boolean[n], all);
        return all;
    }

    private static void arrange(int[] ranks, int slot, boolean[] taken, List<int[]> all) {
        if (slot == ranks.length) {
            all.add(ranks.clone());
            return;
        }
        for (int rank = 0; rank < taken.length; rank++) {
            if (!taken[rank]) {
                taken[rank] = true;
                ranks[slot] = rank;
                arrange(ranks, slot + 1, taken, all);
                taken[rank] = false;
            }
        }
    }
}

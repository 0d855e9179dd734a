package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.embedding.Neighbours.Neighbour;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The cards that stand nearest to a point, of those that may be placed: a version of the vectors may know cards that were retired since, and
 * cards of a later epoch of the catalogue.
 */
final class NearCards {
    /** Retired ones are few; where they are not, more are asked for. */
    private static final int SPARE = 20;

    private static final int MOST_ASKED = 1_000;

    private NearCards() {}

    /** @param cosine with the point, -1 to 1 */
    record Near(Card card, double cosine) {}

    /**
     * @param point double[64]
     * @param without cards that are not wanted
     * @return the nearest first, at most {@link Source#CARDS}
     */
    static List<Near> of(double[] point, Set<CardId> without, RankedCards ranked) {
        int asked = Source.CARDS + without.size() + SPARE;
        while (true) {
            List<Neighbour> found = ranked.embedded().neighbours().nearest(point, asked);
            List<Near> near = placeable(found, without, ranked);
            if (near.size() == Source.CARDS || found.size() < asked || asked >= MOST_ASKED) {
                return near;
            }
            asked = Math.min(MOST_ASKED, 3 * asked);
        }
    }

    private static List<Near> placeable(List<Neighbour> found, Set<CardId> without, RankedCards ranked) {
        List<Near> near = new ArrayList<>(Source.CARDS);
        for (Neighbour neighbour : found) {
            if (near.size() < Source.CARDS && !without.contains(neighbour.card())) {
                ranked.placeable(neighbour.card()).ifPresent(card -> near.add(new Near(card, neighbour.cosine())));
            }
        }
        return near;
    }
}

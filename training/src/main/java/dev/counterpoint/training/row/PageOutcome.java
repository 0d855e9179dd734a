package dev.counterpoint.training.row;

import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.listener.InteractionType;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a listener did on one page: which places they saw, and what those earned. The order in which it is told does not matter. Not
 * thread-safe.
 */
public final class PageOutcome {
    private final int columns;
    private final BitSet seen = new BitSet();
    private final BitSet[] earned = new BitSet[Reward.values().length];
    private final Map<Integer, Listening> listened = new HashMap<>();

    public PageOutcome(Grid grid) {
        this.columns = grid.columns();
        for (int i = 0; i < earned.length; i++) {
            earned[i] = new BitSet();
        }
    }

    /** Credits an interaction, which was not credited before, to a place; rows and columns from 0. */
    public void credit(InteractionType type, @Nullable Long playedMs, int row, int column) {
        int place = row * columns + column;
        if (type == InteractionType.IMPRESSION) {
            seen.set(place);
        }
        for (Reward reward : Reward.values()) {
            if (reward.isEarnedBy(type, playedMs)) {
                earned[reward.ordinal()].set(place);
            }
        }
        if (playedMs != null && playedMs > 0) {
            listened.merge(place, Listening.NONE.and(type, playedMs), (before, any) -> before.and(type, playedMs));
        }
    }

    /** Whether anything on the page was seen: a page that was not is left out of everything. */
    public boolean isSeen() {
        return !seen.isEmpty();
    }

    /** Whether there was an impression. */
    public boolean isSeen(int row, int column) {
        return seen.get(row * columns + column);
    }

    /** @return within [0, 1], in the unit of the reward */
    public double earned(Reward reward, int row, int column) {
        int place = row * columns + column;
        if (reward == Reward.PLAYED_MS) {
            return listened.getOrDefault(place, Listening.NONE).share();
        }
        return earned[reward.ordinal()].get(place) ? 1 : 0;
    }
}

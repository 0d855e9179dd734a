package dev.counterpoint.training.row;

import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.listener.InteractionType;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What a listener did on one page: which places they saw, and what those earned. Not thread-safe. */
public final class PageOutcome {
    private final int columns;
    private final BitSet seen = new BitSet();
    private final BitSet[] earned = new BitSet[Reward.values().length];

    public PageOutcome(Grid grid) {
        this.columns = grid.columns();
        for (int i = 0; i < earned.length; i++) {
            earned[i] = new BitSet();
        }
    }

    /** Credits an interaction to a place, rows and columns from 0. Told twice, it counts once. */
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
    }

    /** Whether anything on the page was seen: a page that was not is left out of everything. */
    public boolean isSeen() {
        return !seen.isEmpty();
    }

    /** Whether there was an impression. */
    public boolean isSeen(int row, int column) {
        return seen.get(row * columns + column);
    }

    /** @return 0 or 1 */
    public int earned(Reward reward, int row, int column) {
        return earned[reward.ordinal()].get(row * columns + column) ? 1 : 0;
    }
}

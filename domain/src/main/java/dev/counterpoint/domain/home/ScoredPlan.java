package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** A plan in order, ready to be drawn from: the shelves with a pinned row, and the list of all others, the most valuable first. */
final class ScoredPlan {
    private static final DrawingPolicy PINNED = new Greedy();

    private final long chance;
    private final DrawingPolicy policy;
    private final List<ScoredShelf> pinned;
    private final List<ScoredShelf> free;
    private final DividedList rows;

    /** @param scores float[pairs of the plan], in the plan's order */
    ScoredPlan(Plan plan, HomeInputs inputs, float[] scores) {
        checkFit(plan, scores);
        List<ScoredShelf> shelves = new ArrayList<>();
        int from = 0;
        for (PlannedShelf shelf : plan.shelves()) {
            shelves.add(new ScoredShelf(shelf, scores, from, inputs));
            from += shelf.cards().size();
        }
        this.chance = plan.chance();
        this.policy = inputs.policy();
        this.pinned = shelves.stream()
                .filter(ScoredPlan::isPinned)
                .sorted(Comparator.comparingInt(ScoredPlan::pinnedRow))
                .limit(inputs.grid().rows())
                .toList();
        this.free = shelves.stream()
                .filter(shelf -> !isPinned(shelf))
                .sorted(ScoredShelf.BEST_FIRST)
                .toList();
        this.rows = rows(inputs);
    }

    /** What editors pinned has its rows already. */
    private DividedList rows(HomeInputs inputs) {
        List<Medium> media = free.stream().map(ScoredShelf::medium).toList();
        List<Medium> taken = pinned.stream().map(ScoredShelf::medium).toList();
        int slots = Math.min(inputs.grid().rows() - pinned.size(), free.size());
        return new DividedList(
                free.stream().mapToDouble(ScoredShelf::value).toArray(),
                media,
                Division.of(media, taken, slots, inputs.calibration()));
    }

    Page draw(long seed) {
        return layOut(
                rows.draw(policy, seed, "rows"),
                shelf -> shelf.columns().draw(drawing(shelf), seed, "cards " + shelf.key()));
    }

    /** The shelves without a pinned row, the most valuable first. */
    List<ShelfKey> order() {
        return free.stream().map(shelf -> shelf.proposal().shelf()).toList();
    }

    /** Where everything of the plan stands, and how likely. */
    Placements placements() {
        double[][] drawn = rows.marginals(policy);
        int count = pinned.size() + rows.slots();
        List<Placements.ShelfPlacement> placed = new ArrayList<>();
        pinned.forEach(shelf -> placed.add(shelf.placed(new double[count], drawing(shelf))));
        free.forEach(shelf -> placed.add(shelf.placed(new double[count], drawing(shelf))));
        int nextPinned = 0;
        int nextDrawn = 0;
        for (int row = 0; row < count; row++) {
            if (isPinnedNext(row, nextPinned, nextDrawn, rows.slots())) {
                placed.get(nextPinned++).byRow()[row] = 1;
            } else {
                for (int rank = 0; rank < free.size(); rank++) {
                    placed.get(pinned.size() + rank).byRow()[row] = drawn[rank][nextDrawn];
                }
                nextDrawn++;
            }
        }
        return new Placements(placed);
    }

    /** The same page, with the probabilities that it has here. */
    Page probabilitiesOf(Page page) {
        List<PageShelf> drawn =
                page.shelves().stream().filter(shelf -> !hasPinnedRow(shelf)).toList();
        DividedList.Filled filled = rows.probabilitiesOf(
                policy, drawn.stream().mapToInt(this::rankOf).toArray());
        return layOut(filled, shelf -> {
            PageShelf shown = shownIn(page, shelf);
            int[] ranks = shown.cards().stream()
                    .map(PageCard::card)
                    .mapToInt(shelf::rankOf)
                    .toArray();
            return shelf.columns().probabilitiesOf(drawing(shelf), ranks);
        });
    }

    /** A shelf with a pinned row takes it, or the first row after the last that is filled; the others follow their draw into what is left. */
    private Page layOut(DividedList.Filled filled, Function<ScoredShelf, DividedList.Filled> cards) {
        List<PageShelf> page = new ArrayList<>();
        int nextPinned = 0;
        int nextDrawn = 0;
        for (int row = 0; row < pinned.size() + filled.slots(); row++) {
            boolean isPinned = isPinnedNext(row, nextPinned, nextDrawn, filled.slots());
            ScoredShelf shelf = isPinned ? pinned.get(nextPinned) : free.get(filled.item(nextDrawn));
            Slot slot = isPinned ? Slot.pinned(nextPinned++) : filled.slot(nextDrawn++, policy.isRandom());
            page.add(shelf.shown(row, slot, cards.apply(shelf), drawing(shelf).isRandom()));
        }
        return new Page(chance, rows.lists(rank -> free.get(rank).key()), page);
    }

    private boolean isPinnedNext(int row, int nextPinned, int nextDrawn, int slots) {
        return nextPinned < pinned.size() && (nextDrawn == slots || pinnedRow(pinned.get(nextPinned)) <= row);
    }

    private DrawingPolicy drawing(ScoredShelf shelf) {
        return shelf.proposal().hasPinnedCards() ? PINNED : policy;
    }

    private int rankOf(PageShelf shown) {
        for (int rank = 0; rank < free.size(); rank++) {
            if (free.get(rank).proposal().shelf().equals(shown.shelf())) {
                return rank;
            }
        }
        throw new IllegalArgumentException("shelf " + shown.shelf() + " is not planned");
    }

    private boolean hasPinnedRow(PageShelf shown) {
        return pinned.stream().anyMatch(shelf -> shelf.proposal().shelf().equals(shown.shelf()));
    }

    private static PageShelf shownIn(Page page, ScoredShelf shelf) {
        return page.shelves().stream()
                .filter(shown -> shown.shelf().equals(shelf.proposal().shelf()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("shelf " + shelf.key() + " is pinned, but not shown"));
    }

    private static boolean isPinned(ScoredShelf shelf) {
        return shelf.proposal().pinnedRow() != null;
    }

    private static int pinnedRow(ScoredShelf shelf) {
        Integer row = shelf.proposal().pinnedRow();
        return row == null ? Integer.MAX_VALUE : row;
    }

    private static void checkFit(Plan plan, float[] scores) {
        if (scores.length != plan.pairs()) {
            throw new IllegalArgumentException("the plan has " + plan.pairs() + " pairs, not " + scores.length);
        }
        for (float score : scores) {
            if (!Float.isFinite(score)) {
                throw new IllegalArgumentException("a score is finite, not " + score);
            }
        }
    }
}

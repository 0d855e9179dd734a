package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.PlanningShelf.Candidate;
import dev.counterpoint.domain.home.PlanningShelf.Contested;
import dev.counterpoint.domain.home.PlanningShelf.Creator;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of proposals. It never sees a score.
 *
 * <ol>
 *   <li>A card has one owner among the shelves that propose it: a shelf with pinned cards if there is one, else one of them by chance, all
 *       alike. Chance is asked card by card, as they first stand in the shelves by key.
 *   <li>The shelves with pinned cards keep what they own, up to 50 cards each. Then, round by round, each other shelf in the order of keys puts the next card it owns to the test: it is kept while none of its creators has
 *       three cards already in all lists together, and the list has fewer than 50. Shelves about a creator are outside that count;
 *       what editors pinned is counted, and never held back by it.
 *   <li>A shelf that ends with fewer than three cards, or an editors' shelf with none, leaves, the first by key before any other: what it owned goes to the next proposer
 *       that is still there, and the rounds start anew. So do, beyond 20, the shelves that are last in the order of proposals.
 * </ol>
 *
 * <p>Cards that a client gave to be ranked all stay, whatever their number and their creators.
 *
 * <p>A shelf whose pinned row is below the end of the page is not proposed at all.
 */
final class Planning {
    static final int MAX_CARDS_OF_A_CREATOR = 3;
    static final int MIN_CARDS = 3;

    private final List<PlanningShelf> shelves = new ArrayList<>();
    private final Map<String, Creator> creators = new HashMap<>(1_024);

    private Planning(HomeInputs inputs, SeededRandom chance) {
        for (int place = 0; place < inputs.proposals().size(); place++) {
            ShelfProposal proposal = inputs.proposals().get(place);
            Integer pinnedRow = proposal.pinnedRow();
            if (pinnedRow == null || pinnedRow < inputs.grid().rows()) {
                shelves.add(new PlanningShelf(proposal, place));
            }
        }
        shelves.sort(Comparator.comparing(PlanningShelf::key));
        collect(inputs).forEach(card -> card.chooseOwner(chance));
    }

    /** @param chance U, the seed of the choice of owners */
    static Plan of(HomeInputs inputs, long chance) {
        return new Plan(chance, new Planning(inputs, new SeededRandom(chance)).settle());
    }

    private List<Contested> collect(HomeInputs inputs) {
        int proposed = 0;
        for (PlanningShelf shelf : shelves) {
            proposed += shelf.proposal().cards().size();
        }
        Map<CardId, Contested> cards = new HashMap<>(2 * proposed);
        List<Contested> firstSeen = new ArrayList<>(proposed);
        for (PlanningShelf shelf : shelves) {
            for (Proposal proposal : shelf.proposal().cards()) {
                if (!inputs.blocked().contains(proposal.card())) {
                    Contested card = cards.get(proposal.card());
                    if (card == null) {
                        card = new Contested(proposal.creators(), creatorsOf(proposal.creators()));
                        cards.put(proposal.card(), card);
                        firstSeen.add(card);
                    }
                    shelf.propose(
                            proposal, card, card.isBy(proposal) ? card.creators : creatorsOf(proposal.creators()));
                }
            }
        }
        return firstSeen;
    }

    private Creator[] creatorsOf(List<String> names) {
        List<String> distinct = names.size() < 2 ? names : List.copyOf(new LinkedHashSet<>(names));
        Creator[] own = new Creator[distinct.size()];
        for (int place = 0; place < own.length; place++) {
            own[place] = creators.computeIfAbsent(distinct.get(place), any -> new Creator());
        }
        return own;
    }

    private List<Plan.PlannedShelf> settle() {
        while (true) {
            deal();
            PlanningShelf leaving = nextToLeave();
            if (leaving == null) {
                return shelves.stream().map(PlanningShelf::planned).toList();
            }
            shelves.remove(leaving);
            leaving.leave();
        }
    }

    private void deal() {
        creators.values().forEach(Creator::clear);
        shelves.forEach(PlanningShelf::clear);
        List<PlanningShelf> dealing = new ArrayList<>();
        for (PlanningShelf shelf : shelves) {
            if (shelf.proposal().hasPinnedCards()) {
                dealWhole(shelf);
            } else {
                dealing.add(shelf);
            }
        }
        while (!dealing.isEmpty()) {
            dealing.removeIf(shelf -> !dealOne(shelf));
        }
    }

    private static void dealWhole(PlanningShelf shelf) {
        boolean more = true;
        while (more) {
            more = dealOne(shelf);
        }
    }

    private static boolean dealOne(PlanningShelf shelf) {
        Candidate candidate = shelf.nextOwned();
        boolean isGiven = shelf.proposal().isGiven();
        if (candidate == null || shelf.kept() == Shelf.MAX_CARDS && !isGiven) {
            return false;
        }
        if (shelf.proposal().aboutCreator() || isGiven) {
            shelf.keep(candidate);
        } else if (shelf.proposal().hasPinnedCards() || candidate.hasRoom()) {
            candidate.count();
            shelf.keep(candidate);
        }
        return true;
    }

    private @Nullable PlanningShelf nextToLeave() {
        PlanningShelf last = null;
        for (PlanningShelf shelf : shelves) {
            if (shelf.kept() < fewest(shelf.proposal())) {
                return shelf;
            }
            last = last == null || shelf.isWantedLessThan(last) ? shelf : last;
        }
        return shelves.size() > Shelf.MAX_ROWS ? last : null;
    }

    private static int fewest(ShelfProposal proposal) {
        return proposal.hasPinnedCards() || proposal.isGiven() ? 1 : MIN_CARDS;
    }
}

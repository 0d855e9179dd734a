package dev.counterpoint.domain.home;

import dev.counterpoint.domain.home.Plan.PlannedShelf;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shelf while the plan is made. Not thread-safe. */
final class PlanningShelf {
    private final ShelfProposal proposal;
    private final String key;
    private final int place;
    private final List<Candidate> candidates;
    private final List<Proposal> kept = new ArrayList<>();
    private int next;

    /** @param place in the order of the proposals, from 0 */
    PlanningShelf(ShelfProposal proposal, int place) {
        this.proposal = proposal;
        this.key = proposal.shelf().toString();
        this.place = place;
        this.candidates = new ArrayList<>(proposal.cards().size());
    }

    ShelfProposal proposal() {
        return proposal;
    }

    String key() {
        return key;
    }

    int kept() {
        return kept.size();
    }

    /** What an editor gave a row is wanted before all else. */
    boolean isWantedLessThan(PlanningShelf other) {
        boolean isPinned = proposal.pinnedRow() != null;
        boolean otherIsPinned = other.proposal.pinnedRow() != null;
        return isPinned == otherIsPinned ? place > other.place : otherIsPinned;
    }

    void propose(Proposal card, Contested contested, Creator[] creators) {
        contested.proposers.add(this);
        candidates.add(new Candidate(card, contested, creators));
    }

    void clear() {
        kept.clear();
        next = 0;
    }

    @Nullable
    Candidate nextOwned() {
        while (next < candidates.size()) {
            Candidate candidate = candidates.get(next++);
            if (candidate.contested.owner == this) {
                return candidate;
            }
        }
        return null;
    }

    void keep(Candidate candidate) {
        kept.add(candidate.proposal);
    }

    void leave() {
        candidates.forEach(candidate -> candidate.contested.lose(this));
    }

    PlannedShelf planned() {
        return new PlannedShelf(proposal, kept);
    }

    /** A card as one shelf proposes it. */
    static final class Candidate {
        private final Proposal proposal;
        private final Contested contested;
        private final Creator[] creators;

        private Candidate(Proposal proposal, Contested contested, Creator[] creators) {
            this.proposal = proposal;
            this.contested = contested;
            this.creators = creators;
        }

        boolean hasRoom() {
            for (Creator creator : creators) {
                if (creator.cards >= Planning.MAX_CARDS_OF_A_CREATOR) {
                    return false;
                }
            }
            return true;
        }

        void count() {
            for (Creator creator : creators) {
                creator.cards++;
            }
        }
    }

    /** A card with all that propose it, by key. */
    static final class Contested {
        final Creator[] creators;

        private final List<String> names;
        private final List<PlanningShelf> proposers = new ArrayList<>(4);
        private @Nullable PlanningShelf owner;

        /** @param names as the first that proposes the card has them */
        Contested(List<String> names, Creator[] creators) {
            this.names = names;
            this.creators = creators;
        }

        /** Whether another shelf proposes it by the same creators. */
        boolean isBy(Proposal proposal) {
            return names.equals(proposal.creators());
        }

        void chooseOwner(SeededRandom chance) {
            PlanningShelf editors = nextWithPinnedCards();
            owner = editors != null
                    ? editors
                    : proposers.get(proposers.size() == 1 ? 0 : chance.nextInt(proposers.size()));
        }

        /** The next proposer in the order of keys and round its end takes over, one with pinned cards first. */
        void lose(PlanningShelf leaving) {
            int place = proposers.indexOf(leaving);
            proposers.remove(place);
            if (owner == leaving) {
                PlanningShelf editors = nextWithPinnedCards();
                owner = editors != null || proposers.isEmpty() ? editors : proposers.get(place % proposers.size());
            }
        }

        private @Nullable PlanningShelf nextWithPinnedCards() {
            for (PlanningShelf shelf : proposers) {
                if (shelf.proposal.hasPinnedCards()) {
                    return shelf;
                }
            }
            return null;
        }
    }

    /** How many cards of a creator are kept in all lists together. */
    static final class Creator {
        private int cards;

        void clear() {
            cards = 0;
        }
    }
}

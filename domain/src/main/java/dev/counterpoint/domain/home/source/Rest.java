package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.profile.Exposure;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.time.Micros;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Memory across visits: a card that was seen so and so often and never taken up rests for a time, and makes room for others, where there
 * are others: the cards of a shelf that would be left with fewer than it shows do not rest, and what editors chose does not either.
 *
 * @param after impressions without an answer; 0 for no rest at all
 * @param duration from the last impression on
 */
public record Rest(int after, Duration duration) {
    /** The word of this rule in the record of a page. */
    public static final String WORD = "rest";

    public static final Rest NONE = new Rest(0, Duration.ZERO);

    public Rest {
        if (after < 0 || duration.isNegative()) {
            throw new IllegalArgumentException(
                    "a card rests after 0 impressions or more, and not for less than no time");
        }
    }

    /** The proposed cards that rest, each with this rule's word. */
    Map<CardId, String> of(List<ShelfProposal> proposals, ProfileView listener) {
        Map<CardId, String> resting = new HashMap<>();
        if (after == 0) {
            return resting;
        }
        Set<CardId> looked = new HashSet<>();
        for (ShelfProposal shelf : proposals) {
            for (Proposal proposal : shelf.cards()) {
                if (shelf.hasPinnedCards()) {
                    looked.add(proposal.card());
                    resting.remove(proposal.card());
                } else if (looked.add(proposal.card()) && rests(proposal.card(), listener)) {
                    resting.put(proposal.card(), WORD);
                }
            }
        }
        proposals.forEach(shelf -> keepWhatIsNeeded(shelf, resting));
        return resting;
    }

    private static void keepWhatIsNeeded(ShelfProposal shelf, Map<CardId, String> resting) {
        long others = shelf.cards().stream()
                .filter(proposal -> !resting.containsKey(proposal.card()))
                .count();
        if (others < shelf.maxCards()) {
            shelf.cards().forEach(proposal -> resting.remove(proposal.card()));
        }
    }

    private boolean rests(CardId card, ProfileView listener) {
        Optional<Exposure> exposure = listener.exposure(card);
        return exposure.isPresent()
                && exposure.get().unanswered() >= after
                && Micros.of(exposure.get().lastAt().plus(duration)) > listener.nowMicros();
    }
}

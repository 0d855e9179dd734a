package dev.counterpoint.query.home;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.decision.Treatment;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.decision.DecisionNotLoggedException;
import dev.counterpoint.query.decision.RequestKey;
import dev.counterpoint.query.load.OverloadedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ranks cards that a client gives, such as the result of a search: one list, with the features, the model, the policy and the record of a
 * home page. A list that is too long to be drawn with useful probabilities is ordered by its scores, outside the arms. Thread-safe.
 */
public final class Rankings {
    private static final ShelfKey GIVEN = ShelfKey.of(ShelfId.GIVEN);

    private final Circumstances circumstances;
    private final Decisions decisions;
    private final DurableAnswers answers;

    public Rankings(Circumstances circumstances, Decisions decisions, DurableAnswers answers) {
        this.circumstances = circumstances;
        this.decisions = decisions;
        this.answers = answers;
    }

    /**
     * Cards that have been retired are left out.
     *
     * @param request of one row, with a column for each card
     * @param cards 1 to 1,000, no card twice; those that are retired may be among them
     * @throws OverloadedException if too many answers are in progress
     * @throws RequestRefusedException if a card is not in the catalogue, or the request id was used with other parameters
     * @throws DecisionNotLoggedException if the ranking could not be made durable in time
     */
    public ServedDecision serve(StreamId listener, PageRequest request, List<CardId> cards) {
        return answers.of(listener, keyOf(request, cards), () -> decide(listener, request, cards));
    }

    private static @Nullable RequestKey keyOf(PageRequest request, List<CardId> cards) {
        return request.named()
                .map(id -> new RequestKey(
                        id,
                        "ranking surface=" + request.surface() + " utcOffsetMinutes=" + request.utcOffsetMinutes()
                                + " cards="
                                + Digest.ofSequence(cards.stream()
                                                .map(CardId::value)
                                                .toList())
                                        .hex()))
                .orElse(null);
    }

    private DecisionRecord decide(StreamId listener, PageRequest request, List<CardId> cards) {
        Circumstances.Now now = circumstances.of(listener);
        List<Proposal> proposals = proposals(cards, now.ranked().catalog());
        List<ShelfProposal> lists = proposals.isEmpty()
                ? List.of()
                : List.of(new ShelfProposal(
                        GIVEN, SourceKind.GIVEN, GIVEN.toString(), false, null, proposals.size(), proposals));
        return decisions.decide(
                now, request, treatment(now.chosen().treatment(), proposals.size()), Proposed.whole(lists));
    }

    private static Treatment treatment(Treatment ofPages, int cards) {
        return cards <= Shelf.MAX_CARDS
                ? ofPages
                : new Treatment(null, ofPages.stage(), new Greedy(), ofPages.degraded());
    }

    private static List<Proposal> proposals(List<CardId> cards, Catalog catalog) {
        List<Proposal> proposals = new ArrayList<>(cards.size());
        List<Refusal> unknown = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            CardId cardId = cards.get(i);
            Optional<Card> card = catalog.card(cardId);
            if (card.isEmpty()) {
                unknown.add(new Refusal(
                        Reason.UNKNOWN_CARD,
                        "card " + cardId + " is not in epoch " + catalog.number() + " of the catalogue",
                        "/cards/" + i));
            } else if (catalog.placeable(cardId).isPresent()) {
                proposals.add(new Proposal(cardId, card.get().creators(), List.of()));
            }
        }
        if (!unknown.isEmpty()) {
            throw new RequestRefusedException(unknown);
        }
        return proposals;
    }
}

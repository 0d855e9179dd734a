package dev.counterpoint.query.decision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shelf that could have stood on the page, with what its source proposed.
 *
 * @param pinnedRow absent where the policy decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CandidateShelfForm(
        String shelfId,
        String source,
        String title,
        @Nullable Integer pinnedRow,
        int maxCards,
        List<CandidateForm> cards) {

    /**
     * A card that was proposed.
     *
     * @param score absent where the plan gave the card to another shelf, or to none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateForm(String cardId, @Nullable Float score, List<String> why) {}

    /** The plan follows from the record, so it is made again here, not stored. */
    static List<CandidateShelfForm> allOf(DecisionRecord decision) {
        Map<ShelfKey, Map<CardId, Float>> scores = new HashMap<>();
        int pair = 0;
        for (Plan.PlannedShelf shelf :
                HomePolicy.plan(decision.inputs(), decision.seed()).shelves()) {
            Map<CardId, Float> own = new HashMap<>();
            for (Proposal card : shelf.cards()) {
                own.put(card.card(), decision.scores().get(pair++));
            }
            scores.put(shelf.proposal().shelf(), own);
        }
        return decision.proposals().stream()
                .map(shelf -> of(shelf, scores.getOrDefault(shelf.shelf(), Map.of())))
                .toList();
    }

    private static CandidateShelfForm of(ShelfProposal shelf, Map<CardId, Float> scores) {
        return new CandidateShelfForm(
                shelf.shelf().toString(),
                shelf.source().written(),
                shelf.title(),
                shelf.pinnedRow(),
                shelf.maxCards(),
                shelf.cards().stream()
                        .map(card -> new CandidateForm(card.card().value(), scores.get(card.card()), card.why()))
                        .toList());
    }
}

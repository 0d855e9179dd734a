package dev.counterpoint.query.home.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.Caption;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.query.home.ServedDecision;
import dev.counterpoint.query.web.PolicyForm;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A home page as clients read it.
 *
 * @param profileSequence of the last event of the listener that the page knew; -1 where it knew nothing, or was to know nothing
 * @param arm which policy this listener has for good; absent on pages outside the arms
 * @param degraded what could not be had in time; empty on a normal page
 * @param receipt the hash that a proof of this decision must contain
 * @param shelves by row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HomeAnswer(
        String decisionId,
        String listenerId,
        Instant servedAt,
        long profileSequence,
        long catalogVersion,
        long statisticsVersion,
        String modelId,
        PolicyForm policy,
        @Nullable String arm,
        String stage,
        List<String> degraded,
        String receipt,
        List<ShelfOnPage> shelves) {

    /**
     * A row.
     *
     * @param propensity of this shelf in this row, given the rows before it
     * @param marginalPropensity of this shelf in this row at all, given the plan
     */
    record ShelfOnPage(
            String shelfId,
            String title,
            int row,
            double propensity,
            double marginalPropensity,
            List<CardOnPage> cards) {}

    /**
     * A card of a row.
     *
     * @param propensity of this card in this column, given the columns before it
     * @param marginalPropensity of this card in this column of its shelf at all, given the plan
     * @param gridPropensity of this card in this row and column at all: its shelf's marginal times its own
     * @param why the card is there, in the listener's terms
     */
    record CardOnPage(
            String cardId,
            String kind,
            String title,
            int column,
            float score,
            double propensity,
            double marginalPropensity,
            double gridPropensity,
            List<String> why) {}

    static HomeAnswer of(ListenerId listener, ServedDecision page) {
        DecisionRecord decision = page.decision();
        Arm arm = decision.treatment().arm();
        return new HomeAnswer(
                page.logged().id().value(),
                listener.value(),
                decision.servedAt(),
                decision.versions().profileSequence(),
                decision.versions().catalog(),
                decision.versions().statistics(),
                decision.versions().model(),
                PolicyForm.of(decision.treatment().policy()),
                arm == null ? null : arm.written(),
                decision.treatment().stage(),
                decision.treatment().degraded(),
                page.logged().receipt(),
                shelves(decision));
    }

    private static List<ShelfOnPage> shelves(DecisionRecord decision) {
        Map<ShelfKey, ShelfProposal> proposals = new HashMap<>();
        decision.proposals().forEach(proposal -> proposals.put(proposal.shelf(), proposal));
        return decision.page().shelves().stream()
                .map(shelf -> shelf(shelf, Objects.requireNonNull(proposals.get(shelf.shelf())), decision.captions()))
                .toList();
    }

    private static ShelfOnPage shelf(PageShelf shelf, ShelfProposal proposal, Map<CardId, Caption> captions) {
        return new ShelfOnPage(
                shelf.shelf().toString(),
                proposal.title(),
                shelf.row(),
                shelf.slot().propensity(),
                shelf.slot().marginalPropensity(),
                shelf.cards().stream()
                        .map(card -> card(shelf, card, proposal, captions))
                        .toList());
    }

    private static CardOnPage card(
            PageShelf shelf, PageCard card, ShelfProposal proposal, Map<CardId, Caption> captions) {
        Caption caption = Objects.requireNonNull(captions.get(card.card()));
        return new CardOnPage(
                card.card().value(),
                caption.kind().written(),
                caption.title(),
                card.column(),
                card.score(),
                card.slot().propensity(),
                card.slot().marginalPropensity(),
                shelf.gridPropensity(card),
                why(card.card(), proposal));
    }

    private static List<String> why(CardId card, ShelfProposal shelf) {
        for (Proposal proposal : shelf.cards()) {
            if (proposal.card().equals(card)) {
                return proposal.why();
            }
        }
        return List.of();
    }
}

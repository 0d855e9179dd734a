package dev.counterpoint.query.home.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.Caption;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.query.home.ServedDecision;
import dev.counterpoint.query.web.PolicyForm;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ranking as clients read it; what is said of the decision means the same as on a home page.
 *
 * @param cards best first
 * @param retired cards that were given and are left out, since they were retired
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RankingAnswer(
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
        List<RankedCard> cards,
        List<String> retired) {

    /**
     * A card in its place.
     *
     * @param position from 0
     * @param propensity of this card in this place, given the places before it; 1 where the order was not drawn
     * @param marginalPropensity of this card in this place at all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RankedCard(
            String cardId,
            String kind,
            String title,
            int position,
            float score,
            double propensity,
            double marginalPropensity) {}

    static RankingAnswer of(ListenerId listener, List<CardId> given, ServedDecision served) {
        DecisionRecord decision = served.decision();
        Arm arm = decision.treatment().arm();
        return new RankingAnswer(
                served.logged().id().value(),
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
                served.logged().receipt(),
                decision.page().shelves().stream()
                        .flatMap(list -> list.cards().stream())
                        .map(card -> ranked(card, decision))
                        .toList(),
                leftOut(given, decision));
    }

    private static RankedCard ranked(PageCard card, DecisionRecord decision) {
        Caption caption = Objects.requireNonNull(decision.captions().get(card.card()));
        return new RankedCard(
                card.card().value(),
                caption.kind().written(),
                caption.title(),
                card.column(),
                card.score(),
                card.slot().propensity(),
                card.slot().marginalPropensity());
    }

    private static List<String> leftOut(List<CardId> given, DecisionRecord decision) {
        Set<CardId> ranked = new HashSet<>();
        decision.proposals()
                .forEach(list -> list.cards().stream().map(Proposal::card).forEach(ranked::add));
        return given.stream()
                .filter(card -> !ranked.contains(card))
                .map(CardId::value)
                .toList();
    }
}

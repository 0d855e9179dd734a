package dev.counterpoint.command.listener;

import dev.counterpoint.command.catalog.KnownCards;
import dev.counterpoint.command.listener.ServedPage.Kept;
import dev.counterpoint.command.listener.ServedPage.PastRetention;
import dev.counterpoint.command.listener.ServedPage.Slot;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a listener's claimed interactions self-contained: the card's facts and, where a page is named, the slot. Looks each page up once,
 * so an instance serves one request.
 */
final class Resolving {
    private final KnownCards cards;
    private final ServedPages pages;
    private final StreamId listener;
    private final Map<DecisionId, Optional<ServedPage>> seen = new HashMap<>();

    Resolving(KnownCards cards, ServedPages pages, StreamId listener) {
        this.cards = cards;
        this.pages = pages;
        this.listener = listener;
    }

    /** An interaction that may be recorded, or why it may not. */
    record Resolved(@Nullable Candidate candidate, List<Refusal> refusals) {}

    Resolved resolve(ClaimedInteraction claim) {
        List<Refusal> refusals = new ArrayList<>();
        Attribution attribution = attribution(claim, refusals);
        CardFacts facts = cards.find(claim.cardId()).orElse(null);
        if (facts == null) {
            refusals.add(new Refusal(
                    Reason.UNKNOWN_CARD,
                    "no card " + claim.cardId() + " was ever published",
                    claim.pointer() + "/cardId"));
        }
        Candidate candidate = facts == null || !refusals.isEmpty() ? null : candidate(claim, facts, attribution);
        return new Resolved(candidate, refusals);
    }

    private static Candidate candidate(ClaimedInteraction claim, CardFacts facts, @Nullable Attribution attribution) {
        InteractionRecorded event = new InteractionRecorded(
                claim.interactionId(), claim.type(), facts, claim.at(), claim.playedMs(), attribution);
        return new Candidate(event, claim.decisionId(), claim.pointer());
    }

    private @Nullable Attribution attribution(ClaimedInteraction claim, List<Refusal> refusals) {
        DecisionId decision = claim.decisionId();
        if (decision == null) {
            return null;
        }
        ServedPage page = seen.computeIfAbsent(decision, pages::find).orElse(null);
        if (page instanceof PastRetention) {
            return null;
        }
        if (!(page instanceof Kept kept) || !kept.listener().equals(listener)) {
            refusals.add(new Refusal(
                    Reason.DECISION_NOT_OF_LISTENER,
                    "decision " + decision + " was never served to this listener",
                    claim.pointer() + "/decisionId"));
            return null;
        }
        Slot slot = kept.slots().get(claim.cardId());
        if (slot == null) {
            refusals.add(new Refusal(
                    Reason.CARD_NOT_ON_PAGE,
                    "card " + claim.cardId() + " was not on the page of decision " + decision,
                    claim.pointer() + "/cardId"));
            return null;
        }
        return new Attribution(decision, slot.shelf(), slot.row(), slot.column());
    }
}

package dev.counterpoint.training.replay;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.training.replay.ServedDecisions.Served;
import dev.counterpoint.training.row.PageOutcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Credits each interaction of a listener once, by its id, however often it was recorded: to the decision that it names, else to the last one
 * that showed its card. What was recorded {@link Window#CREDIT} after a page or later is not credited to it, whether it names it or not. An
 * interaction that names a decision which is not among these is credited to none.
 */
final class Credits {
    private final List<Served> served;
    private final Map<DecisionId, Credited> pages = new HashMap<>();
    private final Set<InteractionId> credited = new HashSet<>();

    private record Credited(Instant servedAt, PageOutcome outcome) {}

    private Credits(List<Served> served) {
        this.served = served;
        served.forEach(page -> pages.put(
                page.id(),
                new Credited(
                        page.decision().servedAt(),
                        new PageOutcome(page.decision().request().grid()))));
    }

    /** @param served oldest first */
    static Credits of(List<Served> served, List<RecordedEvent> events) {
        Credits credits = new Credits(served);
        for (RecordedEvent event : events) {
            if (event.event() instanceof InteractionRecorded interaction) {
                credits.credit(interaction, event.recordedAt());
            }
        }
        return credits;
    }

    /** What came of a page; empty for one that is not among them. */
    Optional<PageOutcome> of(DecisionId id) {
        return Optional.ofNullable(pages.get(id)).map(Credited::outcome);
    }

    private void credit(InteractionRecorded interaction, Instant recordedAt) {
        Attribution named = interaction.attribution();
        if (named != null) {
            Credited page = pages.get(named.decisionId());
            if (page != null && isInTime(page.servedAt(), recordedAt)) {
                credit(interaction, page.outcome(), named.row(), named.column());
            }
            return;
        }
        for (int i = lastBefore(recordedAt);
                i >= 0 && isInTime(served.get(i).decision().servedAt(), recordedAt);
                i--) {
            if (creditTo(served.get(i), interaction)) {
                return;
            }
        }
    }

    private static boolean isInTime(Instant servedAt, Instant recordedAt) {
        return recordedAt.isBefore(servedAt.plus(Window.CREDIT));
    }

    /** The place of the last page that was served by then; -1 for none. */
    private int lastBefore(Instant recordedAt) {
        int low = 0;
        int high = served.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (served.get(middle).decision().servedAt().isAfter(recordedAt)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    private boolean creditTo(Served page, InteractionRecorded interaction) {
        CardId card = interaction.card().cardId();
        for (PageShelf shelf : page.decision().page().shelves()) {
            for (PageCard shown : shelf.cards()) {
                if (shown.card().equals(card)) {
                    of(page.id()).ifPresent(outcome -> credit(interaction, outcome, shelf.row(), shown.column()));
                    return true;
                }
            }
        }
        return false;
    }

    private void credit(InteractionRecorded interaction, PageOutcome outcome, int row, int column) {
        if (credited.add(interaction.interactionId())) {
            outcome.credit(interaction.type(), interaction.playedMs(), row, column);
        }
    }
}

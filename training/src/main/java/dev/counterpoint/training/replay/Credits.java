package dev.counterpoint.training.replay;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.training.replay.ServedDecisions.Served;
import dev.counterpoint.training.row.PageOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Credits each interaction of a listener once: to the decision that it names, else to the last one, within the window, that showed its
 * card. An interaction that names a decision which is not among these is credited to none.
 */
final class Credits {
    private final List<Served> served;
    private final Map<DecisionId, PageOutcome> outcomes = new HashMap<>();

    private Credits(List<Served> served) {
        this.served = served;
        served.forEach(page -> outcomes.put(
                page.id(), new PageOutcome(page.decision().request().grid())));
    }

    /** @param served oldest first */
    static Credits of(List<Served> served, List<RecordedEvent> events) {
        Credits credits = new Credits(served);
        for (RecordedEvent event : events) {
            if (event.event() instanceof InteractionRecorded interaction) {
                credits.credit(interaction, event);
            }
        }
        return credits;
    }

    /** What came of a page; empty for one that is not among them. */
    Optional<PageOutcome> of(DecisionId id) {
        return Optional.ofNullable(outcomes.get(id));
    }

    private void credit(InteractionRecorded interaction, RecordedEvent event) {
        Attribution named = interaction.attribution();
        if (named != null) {
            of(named.decisionId())
                    .ifPresent(outcome ->
                            outcome.credit(interaction.type(), interaction.playedMs(), named.row(), named.column()));
            return;
        }
        for (int i = served.size() - 1; i >= 0; i--) {
            Served page = served.get(i);
            boolean isBefore = !page.decision().servedAt().isAfter(event.recordedAt());
            boolean isRecent = page.decision().servedAt().plus(Window.CREDIT).isAfter(event.recordedAt());
            if (isBefore && isRecent && creditTo(page, interaction)) {
                return;
            }
        }
    }

    private boolean creditTo(Served page, InteractionRecorded interaction) {
        CardId card = interaction.card().cardId();
        for (PageShelf shelf : page.decision().page().shelves()) {
            for (PageCard shown : shelf.cards()) {
                if (shown.card().equals(card)) {
                    of(page.id())
                            .ifPresent(outcome -> outcome.credit(
                                    interaction.type(), interaction.playedMs(), shelf.row(), shown.column()));
                    return true;
                }
            }
        }
        return false;
    }
}

package dev.counterpoint.command.listener;

import dev.counterpoint.command.stream.Fingerprint;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import org.jspecify.annotations.Nullable;

/**
 * The 64 bits by which an interaction sent again is told from another one with the same id. They cover what the client sent, not
 * what the platform added (a card's tags may have changed since). They stand in snapshots, so they never change.
 */
final class InteractionContent {
    private InteractionContent() {}

    /** Of an interaction as it stands in history. */
    static long of(InteractionRecorded event) {
        Attribution attribution = event.attribution();
        return of(event, attribution == null ? null : attribution.decisionId());
    }

    /**
     * Whether a candidate is what was recorded. A decision that has passed retention since, or had then, makes no difference: the
     * client sent the same.
     */
    static boolean matches(Candidate candidate, long recorded) {
        return recorded == of(candidate.event()) || recorded == of(candidate.event(), candidate.claimed());
    }

    private static long of(InteractionRecorded event, @Nullable DecisionId decision) {
        return new Fingerprint.Writer()
                .text(event.type().written())
                .text(event.card().cardId().value())
                .text(decision == null ? null : decision.value())
                .instant(event.at())
                .number(event.playedMs())
                .finish()
                .high();
    }
}

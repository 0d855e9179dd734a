package dev.counterpoint.command.listener.web;

import dev.counterpoint.command.listener.ClaimedInteraction;
import dev.counterpoint.command.web.Happened;
import dev.counterpoint.command.web.Words;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.identity.Identifiers;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An interaction as a client writes it. */
@Schema(name = "Interaction")
record InteractionBody(
        @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Words.IDENTIFIER)
        String interactionId,

        @NotNull
        @Schema(
                type = "string",
                allowableValues = {"impression", "click", "play", "skip", "complete", "save", "dismiss"})
        InteractionType type,

        @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Words.IDENTIFIER)
        String cardId,

        @Pattern(regexp = Identifiers.PATTERN, message = Words.IDENTIFIER)
        @Schema(description = "the decision whose page it happened on")
        @Nullable
        String decisionId,

        @NotNull @Happened @Schema(description = "by the client's clock, at most 5 minutes ahead of the platform's")
        Instant at,

        @Min(value = 0, message = "must be 0 to 604800000 (a week)")
        @Max(value = WEEK_MS, message = "must be 0 to 604800000 (a week)")
        @Nullable
        Long playedMs) {
    private static final long WEEK_MS = 604_800_000;

    /** @param pointer where it stands in the request's body */
    ClaimedInteraction toClaim(String pointer) {
        return new ClaimedInteraction(
                new InteractionId(interactionId),
                type,
                new CardId(cardId),
                decisionId == null ? null : new DecisionId(decisionId),
                at,
                playedMs,
                pointer);
    }
}

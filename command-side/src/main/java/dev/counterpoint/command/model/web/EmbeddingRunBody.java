package dev.counterpoint.command.model.web;

import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From what vectors of cards are to be learned, as an operator writes it. */
@Schema(name = "EmbeddingRun")
record EmbeddingRunBody(
        @Schema(description = "interactions recorded then or later; all there are if left out") @Nullable
        Instant from,

        @Schema(description = "interactions recorded before then; all that are there now if left out") @Nullable
        Instant to,

        @Schema(description = "of all chance; 1 if left out") @Nullable
        Long seed) {

    /** @throws RequestRefusedException if the span is empty */
    TrainingRequest toRequest(String estimator, Instant now) {
        Instant first = Objects.requireNonNullElse(from, Instant.EPOCH);
        Instant last = to == null || to.isAfter(now) ? now : to;
        if (!first.isBefore(last)) {
            throw new RequestRefusedException(List.of(new Refusal(
                    Reason.MALFORMED, "from must be before " + last + ", where the span ends, not " + first, "/from")));
        }
        return new TrainingRequest(
                List.of(estimator), first, last, TrainingRequest.NEXT_PLAY, Objects.requireNonNullElse(seed, 1L));
    }
}

package dev.counterpoint.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.model.ModelRegistry.Training;
import dev.counterpoint.training.run.RunProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a training of vectors of cards stands. */
@Schema(name = "EmbeddingRunState")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EmbeddingRunAnswer(
        String runId,

        @Schema(allowableValues = {"open", "finished", "failed"})
        String state,

        @Schema(
                description = "what it does now, as the process knows it that works on it",
                allowableValues = {"waiting", "replaying", "fitting", "over"})
        String step,

        @Schema(description = "0 to 100") int percent,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Schema(description = "why it failed") @Nullable String detail,
        Instant from,
        Instant to,
        long seed,
        @Schema(description = "that it made") @Nullable String version) {

    static EmbeddingRunAnswer of(Training training, Optional<RunProgress.Reached> reached) {
        TrainingAnswer answer = TrainingAnswer.of(training, reached);
        return new EmbeddingRunAnswer(
                answer.runId(),
                answer.state(),
                answer.step(),
                answer.percent(),
                answer.requestedAt(),
                answer.endedAt(),
                answer.detail(),
                answer.from(),
                answer.to(),
                answer.seed(),
                answer.models().stream().findFirst().orElse(null));
    }
}

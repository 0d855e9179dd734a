package dev.counterpoint.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.ModelRegistry.TrainingState;
import dev.counterpoint.training.run.RunProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a training stands. */
@Schema(name = "TrainingRunState")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingAnswer(
        String runId,

        @Schema(allowableValues = {"open", "finished", "failed"})
        String state,

        @Schema(
                description = "what it does now, as the process knows it that works on it",
                allowableValues = {"waiting", "replaying", "fitting", "judging", "over"})
        String step,

        @Schema(description = "0 to 100") int percent,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Schema(description = "why it failed") @Nullable String detail,
        List<String> estimators,
        Instant from,
        Instant to,
        String reward,
        long seed,
        @Schema(description = "that it made") List<String> models,

        @Schema(description = "of what was served meanwhile, and of popularity")
        List<ValueForm> values) {

    static TrainingAnswer of(ModelRegistry.Training training, Optional<RunProgress.Reached> reached) {
        boolean isOver = training.state() != TrainingState.OPEN;
        RunProgress.Step step = isOver
                ? RunProgress.Step.OVER
                : reached.map(RunProgress.Reached::step).orElse(RunProgress.Step.WAITING);
        double share = isOver ? 1 : reached.map(RunProgress.Reached::share).orElse(0.0);
        return new TrainingAnswer(
                training.runId(),
                training.state().name().toLowerCase(Locale.ROOT),
                step.written(),
                (int) Math.floor(100 * share),
                training.requestedAt(),
                training.endedAt(),
                training.detail(),
                training.request().estimators(),
                training.request().from(),
                training.request().to(),
                training.request().reward(),
                training.request().seed(),
                training.models(),
                training.values().stream().map(ValueForm::of).toList());
    }
}

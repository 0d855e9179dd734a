package dev.counterpoint.training.web;

import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.training.evaluation.PredictionLedger;
import dev.counterpoint.training.run.Comparisons;
import dev.counterpoint.training.run.Trainings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trainings and models, as the registry has them at this moment. */
@RestController
@Tag(name = "Training")
@RolesAllowed("operator")
public class ModelsController {
    /** Trainings. */
    private static final int LEDGER = 100;

    private final FollowedRegistry registry;
    private final Trainings trainings;
    private final Comparisons comparisons;

    public ModelsController(FollowedRegistry registry, Trainings trainings, Comparisons comparisons) {
        this.registry = registry;
        this.trainings = trainings;
        this.comparisons = comparisons;
    }

    @GetMapping(path = "/v1/training-runs", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All trainings, in the order of their requests")
    ListOf<TrainingAnswer> trainings(
            @Parameter(description = "how many at most") @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @Parameter(description = "the nextCursor of the part before") @RequestParam(required = false) @Nullable
                    String cursor) {
        List<TrainingAnswer> all = registry.follow().trainings().stream()
                .filter(training -> !training.request().isForEmbeddings())
                .map(this::answer)
                .toList();
        return ListOf.part(all, TrainingAnswer::runId, limit, cursor);
    }

    @GetMapping(path = "/v1/training-runs/{runId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How a training stands")
    TrainingAnswer training(@PathVariable String runId) {
        return registry.follow()
                .training(runId)
                .filter(training -> !training.request().isForEmbeddings())
                .map(this::answer)
                .orElseThrow(() -> RequestRefusedException.of(
                        Reason.NO_SUCH_TRAINING, "no training of this name was ever requested"));
    }

    @GetMapping(path = "/v1/training-runs/{runId}/comparison", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What a training found of all its policies, by reward, slice and estimator")
    ComparisonAnswer comparison(@PathVariable String runId) {
        return comparisons
                .find(training(runId).runId())
                .map(comparison -> ComparisonAnswer.of(runId, comparison))
                .orElseThrow(() -> RequestRefusedException.of(
                        Reason.NO_COMPARISON, "the training has compared nothing yet, or failed before it could"));
    }

    @GetMapping(path = "/v1/predictions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "What the newest hundred trainings predicted of models, against what these were measured to earn later")
    LedgerAnswer predictions() {
        List<ModelRegistry.Training> finished = registry.follow().trainings().stream()
                .filter(training -> !training.request().isForEmbeddings()
                        && training.state() == ModelRegistry.TrainingState.FINISHED)
                .toList();
        List<PredictionLedger.Run> runs =
                finished.subList(Math.max(0, finished.size() - LEDGER), finished.size()).stream()
                        .flatMap(training -> comparisons.find(training.runId()).stream()
                                .map(comparison -> new PredictionLedger.Run(training.runId(), comparison)))
                        .toList();
        return new LedgerAnswer(PredictionLedger.of(runs).stream()
                .map(LedgerAnswer.EntryForm::of)
                .toList());
    }

    @GetMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All models, in the order of their registration")
    ListOf<ModelAnswer> models(
            @Parameter(description = "how many at most") @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @Parameter(description = "the nextCursor of the part before") @RequestParam(required = false) @Nullable
                    String cursor) {
        List<ModelAnswer> all =
                registry.follow().models().stream().map(ModelAnswer::of).toList();
        return ListOf.part(all, ModelAnswer::modelId, limit, cursor);
    }

    @GetMapping(path = "/v1/models/{modelId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A model with its lineage, its fit and what it would be worth")
    ModelAnswer model(@PathVariable String modelId) {
        return registry.follow()
                .model(modelId)
                .map(ModelAnswer::of)
                .orElseThrow(() ->
                        RequestRefusedException.of(Reason.NO_SUCH_MODEL, "no model of this name was ever registered"));
    }

    private TrainingAnswer answer(ModelRegistry.Training training) {
        return TrainingAnswer.of(training, trainings.progressOf(training.runId()));
    }
}

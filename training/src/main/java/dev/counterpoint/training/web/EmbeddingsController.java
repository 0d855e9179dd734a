package dev.counterpoint.training.web;

import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.ModelRegistry.LearnedEmbeddings;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
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

/** Trainings of vectors of cards and their versions, as the registry has them at this moment. */
@RestController
@Tag(name = "Training")
@RolesAllowed("operator")
public class EmbeddingsController {
    private final FollowedRegistry registry;
    private final Trainings trainings;

    public EmbeddingsController(FollowedRegistry registry, Trainings trainings) {
        this.registry = registry;
        this.trainings = trainings;
    }

    @GetMapping(path = "/v1/embedding-runs", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All trainings of vectors of cards, in the order of their requests")
    ListOf<EmbeddingRunAnswer> runs(
            @Parameter(description = "how many at most") @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @Parameter(description = "the nextCursor of the part before") @RequestParam(required = false) @Nullable
                    String cursor) {
        List<EmbeddingRunAnswer> all = registry.follow().trainings().stream()
                .filter(training -> training.request().isForEmbeddings())
                .map(this::answer)
                .toList();
        return ListOf.part(all, EmbeddingRunAnswer::runId, limit, cursor);
    }

    @GetMapping(path = "/v1/embedding-runs/{runId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How a training of vectors of cards stands")
    EmbeddingRunAnswer run(@PathVariable String runId) {
        return registry.follow()
                .training(runId)
                .filter(training -> training.request().isForEmbeddings())
                .map(this::answer)
                .orElseThrow(() -> RequestRefusedException.of(
                        Reason.NO_SUCH_TRAINING, "no training of this name was ever requested"));
    }

    @GetMapping(path = "/v1/embeddings", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All versions of the vectors of cards, the newest last")
    ListOf<EmbeddingsAnswer> versions(
            @Parameter(description = "how many at most") @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @Parameter(description = "the nextCursor of the part before") @RequestParam(required = false) @Nullable
                    String cursor) {
        ModelRegistry now = registry.follow();
        List<EmbeddingsAnswer> all =
                now.embeddings().stream().map(learned -> answer(learned, now)).toList();
        return ListOf.part(all, EmbeddingsAnswer::version, limit, cursor);
    }

    private static EmbeddingsAnswer answer(LearnedEmbeddings learned, ModelRegistry registry) {
        return EmbeddingsAnswer.of(
                learned, registry.newestEmbeddings().filter(learned::equals).isPresent());
    }

    private EmbeddingRunAnswer answer(ModelRegistry.Training training) {
        return EmbeddingRunAnswer.of(training, trainings.progressOf(training.runId()));
    }
}

package dev.counterpoint.command.model.web;

import dev.counterpoint.command.model.Registry;
import dev.counterpoint.command.web.Correlation;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.time.PlatformClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for vectors of cards. */
@RestController
@Tag(name = "Training")
@RolesAllowed("operator")
public class EmbeddingRunsController {
    private final Registry registry;
    private final TrainingWords words;
    private final PlatformClock clock;

    public EmbeddingRunsController(Registry registry, TrainingWords words, PlatformClock clock) {
        this.registry = registry;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping(
            path = "/v1/embedding-runs",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask for vectors of cards to be learned; the same request again asks for nothing new")
    ResponseEntity<TrainingRunRequested> request(@RequestBody EmbeddingRunBody body) {
        TrainingRequest request = body.toRequest(words.embeddings(), clock.now());
        String runId = RunIds.of(request);
        boolean changed = registry.requestTraining(runId, request, Correlation.id());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/embedding-runs/" + runId))
                .body(new TrainingRunRequested(runId, changed));
    }
}

package dev.counterpoint.command.model.web;

import dev.counterpoint.command.model.Registry;
import dev.counterpoint.command.web.Correlation;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.time.PlatformClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for trainings. */
@RestController
@Tag(name = "Training")
@RolesAllowed("operator")
public class TrainingRunsController {
    private final Registry registry;
    private final TrainingWords words;
    private final PlatformClock clock;
    private final Duration settles;

    /** @param settles how long after a page what its listener did with it is known */
    public TrainingRunsController(Registry registry, TrainingWords words, PlatformClock clock, Duration settles) {
        this.registry = registry;
        this.words = words;
        this.clock = clock;
        this.settles = settles;
    }

    @PostMapping(
            path = "/v1/training-runs",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask for a training; the same request again asks for nothing new")
    ResponseEntity<TrainingRunRequested> request(@RequestBody TrainingRunBody body) {
        TrainingRequest request = body.toRequest(words, clock.now().minus(settles));
        String runId = RunIds.of(request);
        boolean changed = registry.requestTraining(runId, request, Correlation.id());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/training-runs/" + runId))
                .body(new TrainingRunRequested(runId, changed));
    }
}

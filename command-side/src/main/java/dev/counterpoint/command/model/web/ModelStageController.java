package dev.counterpoint.command.model.web;

import dev.counterpoint.command.model.Registry;
import dev.counterpoint.command.web.Changed;
import dev.counterpoint.command.web.Correlation;
import dev.counterpoint.command.web.PathNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves models. */
@RestController
@Tag(name = "Training")
@RolesAllowed("operator")
public class ModelStageController {
    private final Registry registry;

    public ModelStageController(Registry registry) {
        this.registry = registry;
    }

    @PutMapping(
            path = "/v1/models/{modelId}/stage",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Move a model; the one that was live before is retired")
    Changed stage(@PathVariable String modelId, @RequestBody StageBody body) {
        String id = PathNames.parse("a model id", modelId, name -> name);
        body.check();
        return new Changed(registry.stage(id, body.stage(), body.share(), Correlation.id()));
    }
}

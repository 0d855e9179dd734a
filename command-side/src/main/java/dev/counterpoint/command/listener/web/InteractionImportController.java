package dev.counterpoint.command.listener.web;

import dev.counterpoint.command.listener.InteractionImport;
import dev.counterpoint.command.web.Correlation;
import dev.counterpoint.command.web.NdjsonImport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Interactions of many listeners, as many as there are. */
@RestController
@Tag(name = "Listeners")
@RolesAllowed("client")
public class InteractionImportController {
    private final NdjsonImport lines;
    private final InteractionImport interactions;

    public InteractionImportController(NdjsonImport lines, InteractionImport interactions) {
        this.lines = lines;
        this.interactions = interactions;
    }

    @PostMapping(
            path = "/v1/interactions",
            consumes = NdjsonImport.MEDIA_TYPE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record interactions of many listeners, one a line, any number of them",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NdjsonImport.MEDIA_TYPE,
                                            schema = @Schema(implementation = InteractionLine.class))))
    NdjsonImport.Answer record(InputStream body) throws IOException {
        return lines.run(body, InteractionLine.class, InteractionLine::toClaimed, interactions, Correlation.id());
    }
}

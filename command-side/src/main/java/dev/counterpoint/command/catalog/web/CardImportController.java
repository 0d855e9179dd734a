package dev.counterpoint.command.catalog.web;

import dev.counterpoint.command.catalog.CardImport;
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

/** Cards, as many as there are. */
@RestController
@Tag(name = "Catalogue")
@RolesAllowed("publisher")
public class CardImportController {
    private final NdjsonImport lines;
    private final CardImport cards;

    public CardImportController(NdjsonImport lines, CardImport cards) {
        this.lines = lines;
        this.cards = cards;
    }

    @PostMapping(path = "/v1/cards", consumes = NdjsonImport.MEDIA_TYPE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Publish cards, one a line, any number of them",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NdjsonImport.MEDIA_TYPE,
                                            schema = @Schema(implementation = CardLine.class))))
    NdjsonImport.Answer publish(InputStream body) throws IOException {
        return lines.run(body, CardLine.class, CardLine::toCard, cards, Correlation.id());
    }
}

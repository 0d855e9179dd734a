package dev.counterpoint.command.catalog.web;

import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.web.Changed;
import dev.counterpoint.command.web.Correlation;
import dev.counterpoint.command.web.PathNames;
import dev.counterpoint.domain.catalog.CardId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Cards, one at a time. */
@RestController
@Tag(name = "Catalogue")
@RolesAllowed("publisher")
public class CardsController {
    private final Publishing publishing;

    public CardsController(Publishing publishing) {
        this.publishing = publishing;
    }

    @PutMapping(
            path = "/v1/cards/{cardId}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Publish or change a card")
    Changed publish(@PathVariable String cardId, @RequestBody CardBody card) {
        CardId id = PathNames.parse("a card id", cardId, CardId::new);
        return new Changed(publishing.publish(card.toCard(id), Correlation.id()));
    }

    @DeleteMapping(path = "/v1/cards/{cardId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Retire a card: it is never placed again, and stays readable for audits")
    Changed retire(@PathVariable String cardId) {
        CardId id = PathNames.parse("a card id", cardId, CardId::new);
        return new Changed(publishing.retire(id, Correlation.id()));
    }
}

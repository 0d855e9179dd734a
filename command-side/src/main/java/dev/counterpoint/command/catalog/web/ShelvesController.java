package dev.counterpoint.command.catalog.web;

import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.web.Changed;
import dev.counterpoint.command.web.Correlation;
import dev.counterpoint.command.web.PathNames;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shelves, which are templates of what stands on pages. */
@RestController
@Tag(name = "Catalogue")
@RolesAllowed("publisher")
public class ShelvesController {
    private final Publishing publishing;

    public ShelvesController(Publishing publishing) {
        this.publishing = publishing;
    }

    @PutMapping(
            path = "/v1/shelves/{shelfId}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Publish or change a shelf")
    Changed publish(@PathVariable String shelfId, @RequestBody ShelfBody shelf) {
        ShelfId id = PathNames.parse("a shelf id", shelfId, ShelfId::new);
        if (id.equals(ShelfId.GIVEN)) {
            throw RequestRefusedException.of(
                    Reason.MALFORMED, "shelf id " + id + " is taken: rankings record their list under it");
        }
        return new Changed(publishing.publish(shelf.toShelf(id), Correlation.id()));
    }

    @DeleteMapping(path = "/v1/shelves/{shelfId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraw a shelf: it stands on no page from the next epoch of the catalogue on")
    Changed withdraw(@PathVariable String shelfId) {
        ShelfId id = PathNames.parse("a shelf id", shelfId, ShelfId::new);
        return new Changed(publishing.withdraw(id, Correlation.id()));
    }
}

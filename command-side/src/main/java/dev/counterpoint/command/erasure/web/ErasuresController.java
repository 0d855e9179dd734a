package dev.counterpoint.command.erasure.web;

import dev.counterpoint.command.erasure.Erasing;
import dev.counterpoint.command.web.PathNames;
import dev.counterpoint.domain.listener.ListenerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Erases listeners, and says how that stands. */
@RestController
@Tag(name = "Listeners")
@RolesAllowed("operator")
public class ErasuresController {
    private final Erasing erasing;

    public ErasuresController(Erasing erasing) {
        this.erasing = erasing;
    }

    @DeleteMapping(path = "/v1/listeners/{listenerId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Erase a listener, for good",
            description =
                    "When this is answered nobody can read any more what was known of the listener. The report says when"
                            + " all rows are purged too. The id cannot be registered again.",
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "accepted, or accepted before; the report follows",
                            useReturnTypeSchema = true))
    ResponseEntity<ErasureAnswer> erase(@PathVariable String listenerId) {
        ListenerId listener = PathNames.parse("a listener id", listenerId, ListenerId::new);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/listeners/" + listenerId + "/erasure"))
                .body(ErasureAnswer.of(listenerId, erasing.erase(listener)));
    }

    @GetMapping(path = "/v1/listeners/{listenerId}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How the erasure of a listener stands")
    ErasureAnswer report(@PathVariable String listenerId) {
        ListenerId listener = PathNames.parse("a listener id", listenerId, ListenerId::new);
        return ErasureAnswer.of(listenerId, erasing.reportOf(listener));
    }
}

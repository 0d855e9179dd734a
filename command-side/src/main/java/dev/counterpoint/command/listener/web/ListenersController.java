package dev.counterpoint.command.listener.web;

import dev.counterpoint.command.listener.ClaimedInteraction;
import dev.counterpoint.command.listener.Listening;
import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.command.listener.SettingsAnswer;
import dev.counterpoint.command.web.Correlation;
import dev.counterpoint.command.web.OneOrMany;
import dev.counterpoint.command.web.PathNames;
import dev.counterpoint.domain.listener.ListenerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Listeners and what they do, one listener at a time. */
@RestController
@Tag(name = "Listeners")
@RolesAllowed("client")
public class ListenersController {
    private final Listening listening;

    public ListenersController(Listening listening) {
        this.listening = listening;
    }

    /**
     * The answer to a registration.
     *
     * @param changed whether anything was recorded
     * @param sequence of the last event of the listener
     */
    record Settled(boolean changed, long sequence) {}

    @PutMapping(
            path = "/v1/listeners/{listenerId}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Register a listener, or change what is known of one",
            description =
                    "Replaces all that was said before: what is left out, or null, falls back to its default, personalization to"
                            + " true.",
            responses = {
                @ApiResponse(responseCode = "201", description = "the listener is new", useReturnTypeSchema = true),
                @ApiResponse(responseCode = "200", description = "the listener was there", useReturnTypeSchema = true)
            })
    ResponseEntity<Settled> change(@PathVariable String listenerId, @RequestBody SettingsBody settings) {
        ListenerId id = PathNames.parse("a listener id", listenerId, ListenerId::new);
        SettingsAnswer answer = listening.change(id, settings.toSettings(), Correlation.id());
        return ResponseEntity.status(answer.registered() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Settled(answer.changed(), answer.sequence()));
    }

    @PostMapping(
            path = "/v1/listeners/{listenerId}/interactions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record one interaction, or up to 100 of them, all or nothing",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema =
                                                    @Schema(oneOf = {InteractionBody.class, InteractionBody[].class}))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "at least one is new; durable",
                        useReturnTypeSchema = true),
                @ApiResponse(responseCode = "200", description = "all were there already", useReturnTypeSchema = true)
            })
    ResponseEntity<Recorded> record(
            @PathVariable String listenerId, @RequestBody OneOrMany<InteractionBody> interactions) {
        ListenerId id = PathNames.parse("a listener id", listenerId, ListenerId::new);
        Recorded answer = listening.record(id, claims(interactions), Correlation.id());
        return ResponseEntity.status(answer.recorded() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }

    private static List<ClaimedInteraction> claims(OneOrMany<InteractionBody> bodies) {
        return IntStream.range(0, bodies.items().size())
                .mapToObj(i -> bodies.items().get(i).toClaim(bodies.pointer(i)))
                .toList();
    }
}

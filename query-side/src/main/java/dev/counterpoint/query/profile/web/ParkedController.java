package dev.counterpoint.query.profile.web;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.profile.Parked;
import dev.counterpoint.query.profile.Parking;
import dev.counterpoint.query.profile.ProjectingProfiles;
import dev.counterpoint.query.web.PageOfList;
import dev.counterpoint.query.web.PathNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Listeners who are parked at an event that cannot be read or folded. */
@RestController
@Tag(name = "System")
@RolesAllowed("operator")
public class ParkedController {
    private final Parking parking;
    private final ProjectingProfiles profiles;

    public ParkedController(Parking parking, ProjectingProfiles profiles) {
        this.parking = parking;
        this.profiles = profiles;
    }

    /**
     * A parked listener.
     *
     * @param stream the pseudonym of the listener
     * @param sequence of the event
     */
    record ParkedForm(String stream, long sequence, String eventId, String reason, Instant parkedAt) {
        static ParkedForm of(Parked parked) {
            return new ParkedForm(
                    parked.stream().value(),
                    parked.sequence(),
                    parked.eventId().toString(),
                    parked.reason(),
                    parked.parkedAt());
        }
    }

    /** @param released whether the listener is parked no more */
    record Released(boolean released) {}

    @GetMapping(path = "/v1/parked-listeners", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Who is parked, in the order in which they were")
    PageOfList<ParkedForm> parked() {
        parking.follow();
        return new PageOfList<>(parking.all().stream().map(ParkedForm::of).toList(), null);
    }

    @PostMapping(path = "/v1/parked-listeners/{stream}/retry", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Try the event again: after a repair, or with a version that can read it")
    Released retry(@PathVariable String stream) {
        return new Released(profiles.retry(parked(stream).stream()));
    }

    @PostMapping(path = "/v1/parked-listeners/{stream}/skip", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Pass the event over, for ever",
            description =
                    "Serving, training and audit pass it over alike. It stays in the store, and in its hash chain.")
    Released skip(@PathVariable String stream) {
        return new Released(profiles.skip(parked(stream)));
    }

    private Parked parked(String stream) {
        StreamId id = PathNames.parse("a stream", stream, StreamId::new);
        parking.follow();
        return parking.find(id)
                .orElseThrow(() -> RequestRefusedException.of(Reason.NOT_PARKED, "the listener is not parked"));
    }
}

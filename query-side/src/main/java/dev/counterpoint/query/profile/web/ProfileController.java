package dev.counterpoint.query.profile.web;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.profile.CurrentProfiles;
import dev.counterpoint.query.profile.PastProfiles;
import dev.counterpoint.query.web.Moments;
import dev.counterpoint.query.web.PathNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Profiles, now and as they were. */
@RestController
@Tag(name = "History")
@RolesAllowed("analyst")
public class ProfileController {
    private final CurrentProfiles current;
    private final PastProfiles past;
    private final Pseudonyms pseudonyms;
    private final PlatformClock clock;

    public ProfileController(CurrentProfiles current, PastProfiles past, Pseudonyms pseudonyms, PlatformClock clock) {
        this.current = current;
        this.past = past;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/listeners/{listenerId}/profile", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What is known of a listener now, or was known at an earlier moment or event")
    ProfileAnswer profile(
            @PathVariable String listenerId,
            @Parameter(description = "with what was recorded until then") @RequestParam(required = false) @Nullable
                    Instant at,
            @Parameter(description = "with the events up to this one") @RequestParam(required = false) @Min(0) @Nullable
                    Long sequence) {
        StreamId stream = pseudonyms.of(PathNames.parse("a listener id", listenerId, ListenerId::new));
        if (at != null && sequence != null) {
            throw RequestRefusedException.of(
                    Reason.MALFORMED, "one of the parameters at and sequence may be given, not both");
        }
        Profile profile = at != null
                ? past.at(stream, Moments.require("at", at))
                : sequence != null ? atSequence(stream, sequence) : current.of(stream);
        if (profile.sequence() < 0) {
            throw RequestRefusedException.of(
                    Reason.NO_SUCH_LISTENER,
                    "nothing was recorded of listener " + listenerId + (at == null ? "" : " by " + at));
        }
        return ProfileAnswer.of(listenerId, profile, momentOf(profile, at, sequence));
    }

    private Profile atSequence(StreamId stream, long sequence) {
        long head = current.of(stream).sequence();
        if (head >= 0 && sequence > head) {
            throw RequestRefusedException.of(
                    Reason.MALFORMED,
                    "the parameter sequence is at most " + head + ", the last event, and not " + sequence);
        }
        return head < 0 ? Profile.empty() : past.atSequence(stream, sequence);
    }

    private Instant momentOf(Profile profile, @Nullable Instant at, @Nullable Long sequence) {
        if (at != null) {
            return at;
        }
        return sequence != null ? profile.lastRecordedAt().orElse(clock.now()) : clock.now();
    }
}

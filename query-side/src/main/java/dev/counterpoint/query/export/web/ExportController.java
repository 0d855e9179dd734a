package dev.counterpoint.query.export.web;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.decision.LogMark;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.PastDecisions;
import dev.counterpoint.query.decision.web.DecisionAnswer;
import dev.counterpoint.query.history.ListenerHistory;
import dev.counterpoint.query.history.web.EventForm;
import dev.counterpoint.query.profile.CurrentProfiles;
import dev.counterpoint.query.profile.web.ProfileAnswer;
import dev.counterpoint.query.web.PathNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers what a listener may ask for: all that is held about them. */
@RestController
@Tag(name = "Listeners")
@RolesAllowed("operator")
public class ExportController {
    private static final int EVENTS_AT_ONCE = 500;
    private static final int DECISIONS_AT_ONCE = 20;

    private final CurrentProfiles profiles;
    private final ListenerHistory history;
    private final PastDecisions decisions;
    private final Pseudonyms pseudonyms;
    private final PlatformClock clock;

    public ExportController(
            CurrentProfiles profiles,
            ListenerHistory history,
            PastDecisions decisions,
            Pseudonyms pseudonyms,
            PlatformClock clock) {
        this.profiles = profiles;
        this.history = history;
        this.decisions = decisions;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/listeners/{listenerId}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Everything held about a listener, as one document")
    ResponseEntity<ListenerExport> export(@PathVariable String listenerId) {
        ListenerId listener = PathNames.parse("a listener id", listenerId, ListenerId::new);
        StreamId stream = pseudonyms.of(listener);
        Profile profile = profiles.of(stream);
        if (profile.sequence() < 0) {
            throw RequestRefusedException.of(Reason.NO_SUCH_LISTENER, "nothing was recorded of listener " + listenerId);
        }
        ListenerExport export = new ListenerExport(
                listenerId,
                clock.now(),
                ProfileAnswer.of(listenerId, profile, clock.now()),
                () -> events(stream).map(EventForm::of).iterator(),
                () -> decisions(stream, listener).iterator());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(export);
    }

    private Stream<RecordedEvent> events(StreamId stream) {
        return Stream.iterate(
                        history.after(stream, -1, EVENTS_AT_ONCE),
                        part -> !part.isEmpty(),
                        part -> history.after(stream, part.get(part.size() - 1).sequence(), EVENTS_AT_ONCE))
                .flatMap(List::stream);
    }

    private Stream<DecisionAnswer> decisions(StreamId stream, ListenerId listener) {
        Map<DecisionId, List<RecordedEvent>> credited = credited(stream);
        return Stream.iterate(
                        decisions.newestOf(stream, null, DECISIONS_AT_ONCE),
                        part -> !part.isEmpty(),
                        part -> decisions.newestOf(stream, markOf(part.get(part.size() - 1)), DECISIONS_AT_ONCE))
                .flatMap(List::stream)
                .map(logged -> DecisionAnswer.of(
                        logged,
                        decisions.recordOf(logged),
                        Optional.of(listener),
                        credited.getOrDefault(logged.id(), List.of())));
    }

    private Map<DecisionId, List<RecordedEvent>> credited(StreamId stream) {
        Map<DecisionId, List<RecordedEvent>> credited = new HashMap<>();
        events(stream).forEach(recorded -> {
            if (recorded.event() instanceof InteractionRecorded interaction && interaction.attribution() != null) {
                credited.computeIfAbsent(interaction.attribution().decisionId(), any -> new ArrayList<>())
                        .add(recorded);
            }
        });
        return credited;
    }

    private static LogMark markOf(LoggedDecision last) {
        return new LogMark(last.servedAt(), last.position());
    }
}

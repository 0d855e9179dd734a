package dev.counterpoint.query.history.web;

import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.history.ListenerHistory;
import dev.counterpoint.query.web.Cursors;
import dev.counterpoint.query.web.PageOfList;
import dev.counterpoint.query.web.PathNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was recorded of a listener. */
@RestController
@Tag(name = "History")
@RolesAllowed("analyst")
public class EventsController {
    private final ListenerHistory history;
    private final Pseudonyms pseudonyms;

    public EventsController(ListenerHistory history, Pseudonyms pseudonyms) {
        this.history = history;
        this.pseudonyms = pseudonyms;
    }

    @GetMapping(path = "/v1/listeners/{listenerId}/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The stream of a listener, oldest first")
    PageOfList<EventForm> events(
            @PathVariable String listenerId,
            @Parameter(description = "how many at most") @RequestParam(defaultValue = "100") @Min(1) @Max(1_000)
                    int limit,
            @Parameter(description = "the nextCursor of the part before") @RequestParam(required = false) @Nullable
                    String cursor) {
        StreamId stream = pseudonyms.of(PathNames.parse("a listener id", listenerId, ListenerId::new));
        long after = cursor == null ? -1 : Cursors.parse(cursor, 1)[0];
        if (after < -1) {
            throw Cursors.refused();
        }
        List<RecordedEvent> events = history.after(stream, after, limit);
        if (events.isEmpty() && cursor == null) {
            throw RequestRefusedException.of(
                    Reason.NO_SUCH_LISTENER, "nothing was ever recorded of listener " + listenerId);
        }
        return new PageOfList<>(
                events.stream().map(EventForm::of).toList(),
                events.size() < limit
                        ? null
                        : Cursors.of(events.get(events.size() - 1).sequence()));
    }
}

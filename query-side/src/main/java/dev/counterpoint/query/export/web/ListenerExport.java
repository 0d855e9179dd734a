package dev.counterpoint.query.export.web;

import dev.counterpoint.query.decision.web.DecisionAnswer;
import dev.counterpoint.query.history.web.EventForm;
import dev.counterpoint.query.profile.web.ProfileAnswer;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * Everything that is held about a listener. The lists are read as they are written, so they take no memory.
 *
 * @param exportedAt what was recorded until then is in it
 * @param profile what is known now, folded from the events
 * @param events all that was recorded, oldest first
 * @param decisions all pages that were served and are kept, newest first, each with what the listener then did
 */
record ListenerExport(
        String listenerId,
        Instant exportedAt,
        ProfileAnswer profile,

        @ArraySchema(schema = @Schema(implementation = EventForm.class))
        Iterable<EventForm> events,

        @ArraySchema(schema = @Schema(implementation = DecisionAnswer.class))
        Iterable<DecisionAnswer> decisions) {}

package dev.counterpoint.query.history.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.event.EventSkipped;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of a listener's stream as clients read it.
 *
 * @param sequence from 0, without gaps
 * @param recordedAt when the platform recorded it
 * @param correlationId of the call that caused it; absent where there was none
 * @param settings of a registration or a change of settings
 * @param interaction of an interaction
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventForm(
        long sequence,
        String eventId,
        String type,
        Instant recordedAt,
        @Nullable String correlationId,
        @Nullable SettingsForm settings,
        @Nullable InteractionForm interaction) {

    /** What a listener said of themselves; what they did not say is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SettingsForm(
            String tier, @Nullable String country, @Nullable Integer birthYear, boolean personalization) {

        public static SettingsForm of(ListenerSettings settings) {
            return new SettingsForm(
                    settings.tier().written(), settings.country(), settings.birthYear(), settings.personalization());
        }
    }

    /**
     * What a listener did, with what the card was at that time.
     *
     * @param at by the client's clock
     * @param playedMs absent where the client did not say
     * @param creditedTo the slot of a page that led to it; absent where none was named
     * @param country where the listener said they live, by then; absent where they had not, or it was not recorded yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InteractionForm(
            String interactionId,
            String type,
            String cardId,
            String kind,
            List<String> creators,
            List<String> tags,
            Instant at,
            @Nullable Long playedMs,
            @Nullable CreditForm creditedTo,
            @Nullable String country) {

        static InteractionForm of(InteractionRecorded interaction) {
            Attribution attribution = interaction.attribution();
            return new InteractionForm(
                    interaction.interactionId().value(),
                    interaction.type().written(),
                    interaction.card().cardId().value(),
                    interaction.card().kind().written(),
                    interaction.card().creators(),
                    interaction.card().tags(),
                    interaction.at(),
                    interaction.playedMs(),
                    attribution == null ? null : CreditForm.of(attribution),
                    interaction.country());
        }
    }

    /** A slot of a page. */
    record CreditForm(String decisionId, String shelfId, int row, int column) {
        static CreditForm of(Attribution attribution) {
            return new CreditForm(
                    attribution.decisionId().value(),
                    attribution.shelf().toString(),
                    attribution.row(),
                    attribution.column());
        }
    }

    public static EventForm of(RecordedEvent recorded) {
        if (recorded.event() instanceof InteractionRecorded interaction) {
            return of(recorded, "InteractionRecorded", null, InteractionForm.of(interaction));
        }
        if (recorded.event() instanceof ListenerRegistered registered) {
            return of(recorded, "ListenerRegistered", SettingsForm.of(registered.settings()), null);
        }
        if (recorded.event() instanceof ListenerSettingsChanged changed) {
            return of(recorded, "ListenerSettingsChanged", SettingsForm.of(changed.settings()), null);
        }
        if (recorded.event() instanceof EventSkipped) {
            return of(recorded, "EventSkipped", null, null);
        }
        throw new IllegalArgumentException(
                "not an event of a listener: " + recorded.event().getClass());
    }

    private static EventForm of(
            RecordedEvent recorded,
            String type,
            @Nullable SettingsForm settings,
            @Nullable InteractionForm interaction) {
        return new EventForm(
                recorded.sequence(),
                recorded.eventId().toString(),
                type,
                recorded.recordedAt(),
                recorded.metadata().get(RecordedEvent.CORRELATION_ID),
                settings,
                interaction);
    }
}

package dev.counterpoint.infra.kafka.codec;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.catalog.CatalogEvent.RulePublished;
import dev.counterpoint.domain.catalog.CatalogEvent.RuleWithdrawn;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfWithdrawn;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerId;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of every event, at its newest revision. Names of types and fields are for ever. */
final class EventForms {
    /** The first revision of an interaction had all but the country, which may be absent. */
    private static final UnaryOperator<ObjectNode> WITHOUT_COUNTRY = interaction -> interaction;

    /** The first revision of a shelf had all but the boosted tags, which may be absent. */
    private static final UnaryOperator<ObjectNode> WITHOUT_BOOST = shelf -> shelf;

    private EventForms() {}

    static List<EventForm<?>> all() {
        return List.of(
                new EventForm<>(
                        "card-published",
                        CardPublished.class,
                        (event, to) -> CatalogFields.write(event.card(), to),
                        from -> new CardPublished(CatalogFields.card(from)),
                        List.of()),
                new EventForm<>(
                        "card-retired",
                        CardRetired.class,
                        (event, to) -> to.put("cardId", event.cardId().value()),
                        from -> new CardRetired(new CardId(from.text("cardId"))),
                        List.of()),
                new EventForm<>(
                        "shelf-published",
                        ShelfPublished.class,
                        (event, to) -> CatalogFields.write(event.shelf(), to),
                        from -> new ShelfPublished(CatalogFields.shelf(from)),
                        List.of(WITHOUT_BOOST)),
                new EventForm<>(
                        "shelf-withdrawn",
                        ShelfWithdrawn.class,
                        (event, to) -> to.put("shelfId", event.shelfId().value()),
                        from -> new ShelfWithdrawn(new ShelfId(from.text("shelfId"))),
                        List.of()),
                new EventForm<>(
                        "rule-published",
                        RulePublished.class,
                        (event, to) -> CatalogFields.write(event.rule(), to),
                        from -> new RulePublished(CatalogFields.rule(from)),
                        List.of()),
                new EventForm<>(
                        "rule-withdrawn",
                        RuleWithdrawn.class,
                        (event, to) -> to.put("ruleId", event.ruleId().value()),
                        from -> new RuleWithdrawn(new RuleId(from.text("ruleId"))),
                        List.of()),
                new EventForm<>(
                        "listener-registered",
                        ListenerRegistered.class,
                        EventForms::writeRegistered,
                        from -> new ListenerRegistered(
                                new ListenerId(from.text("listenerId")), ListenerFields.settings(from)),
                        List.of()),
                new EventForm<>(
                        "listener-settings-changed",
                        ListenerSettingsChanged.class,
                        (event, to) -> ListenerFields.write(event.settings(), to),
                        from -> new ListenerSettingsChanged(ListenerFields.settings(from)),
                        List.of()),
                new EventForm<>(
                        "interaction-recorded",
                        InteractionRecorded.class,
                        EventForms::writeInteraction,
                        EventForms::interaction,
                        List.of(WITHOUT_COUNTRY)));
    }

    private static void writeRegistered(ListenerRegistered event, ObjectNode to) {
        to.put("listenerId", event.listenerId().value());
        ListenerFields.write(event.settings(), to);
    }

    private static void writeInteraction(InteractionRecorded event, ObjectNode to) {
        to.put("interactionId", event.interactionId().value());
        to.put("type", event.type().written());
        to.put("at", event.at().toString());
        if (event.playedMs() != null) {
            to.put("playedMs", event.playedMs());
        }
        CatalogFields.write(event.card(), to.putObject("card"));
        if (event.attribution() != null) {
            ListenerFields.write(event.attribution(), to.putObject("attribution"));
        }
        if (event.country() != null) {
            to.put("country", event.country());
        }
    }

    private static InteractionRecorded interaction(Fields from) {
        return new InteractionRecorded(
                new InteractionId(from.text("interactionId")),
                InteractionType.parse(from.text("type")),
                CatalogFields.facts(from.inner("card")),
                from.instant("at"),
                from.optionalWhole("playedMs").orElse(null),
                from.optionalInner("attribution")
                        .map(ListenerFields::attribution)
                        .orElse(null),
                from.optionalText("country").orElse(null));
    }
}

package dev.counterpoint.infra.kafka.codec;

import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import tools.jackson.databind.node.ObjectNode;

/** The fields of what a listener said and of where an interaction is credited. */
final class ListenerFields {
    private ListenerFields() {}

    static void write(ListenerSettings settings, ObjectNode to) {
        to.put("tier", settings.tier().written());
        if (settings.country() != null) {
            to.put("country", settings.country());
        }
        if (settings.birthYear() != null) {
            to.put("birthYear", settings.birthYear());
        }
        to.put("personalization", settings.personalization());
    }

    static ListenerSettings settings(Fields from) {
        return new ListenerSettings(
                Tier.parse(from.text("tier")),
                from.optionalText("country").orElse(null),
                from.optionalWhole("birthYear").map(Math::toIntExact).orElse(null),
                from.truth("personalization"));
    }

    static void write(Attribution attribution, ObjectNode to) {
        to.put("decisionId", attribution.decisionId().value());
        to.put("shelf", attribution.shelf().toString());
        to.put("row", attribution.row());
        to.put("column", attribution.column());
    }

    static Attribution attribution(Fields from) {
        return new Attribution(
                new DecisionId(from.text("decisionId")),
                ShelfKey.parse(from.text("shelf")),
                Math.toIntExact(from.whole("row")),
                Math.toIntExact(from.whole("column")));
    }
}

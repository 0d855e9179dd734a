package dev.counterpoint.infra.cli.platform;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/**
 * A play as the bulk import of interactions takes it.
 *
 * @param interactionId unique within the listener, and the same whenever the same play is read from its source
 * @param at not ahead of now
 */
public record PlayLine(String listenerId, String interactionId, String cardId, Instant at) implements BulkLine {

    @Override
    public void writeTo(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("listenerId", listenerId);
        json.writeStringProperty("interactionId", interactionId);
        json.writeStringProperty("type", "play");
        json.writeStringProperty("cardId", cardId);
        json.writeStringProperty("at", at.toString());
        json.writeEndObject();
    }
}

package dev.counterpoint.infra.kafka.codec;

import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.UnreadableEventException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as JSON. Each field is written by name, so nothing of Java's names reaches a stored byte; the same event always gives the same
 * bytes. Readers ignore fields that they do not know. An older revision is lifted, one revision at a time, before it is read.
 */
public final class JsonEventCodec implements EventCodec {
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, EventForm<?>> byType = new HashMap<>();
    private final Map<Class<?>, EventForm<?>> byClass = new HashMap<>();

    /** The codec of all events of the platform. */
    public static JsonEventCodec ofAllEvents() {
        return new JsonEventCodec(Stream.concat(EventForms.all().stream(), ModelForms.all().stream())
                .toList());
    }

    JsonEventCodec(List<EventForm<?>> forms) {
        for (EventForm<?> form : forms) {
            byType.put(form.type(), form);
            byClass.put(form.event(), form);
        }
    }

    @Override
    public EncodedEvent encode(DomainEvent event) {
        EventForm<?> form = byClass.get(event.getClass());
        if (form == null) {
            throw new IllegalArgumentException(
                    "no stored form of " + event.getClass().getSimpleName());
        }
        ObjectNode content = json.createObjectNode();
        form.writeAny(event, content);
        return new EncodedEvent(form.type(), form.revision(), json.writeValueAsBytes(content));
    }

    @Override
    public DomainEvent decode(EncodedEvent encoded) {
        EventForm<?> form = byType.get(encoded.type());
        if (form == null || encoded.revision() < 1 || encoded.revision() > form.revision()) {
            throw new UnreadableEventException("no form is known here for event " + encoded, null);
        }
        try {
            JsonNode content = json.readTree(encoded.payload());
            if (!(content instanceof ObjectNode object)) {
                throw new UnreadableEventException("not a JSON object: event " + encoded, null);
            }
            return form.read(form.lifted(object, encoded.revision()));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException broken) {
            throw new UnreadableEventException("broken payload of event " + encoded, broken);
        }
    }
}

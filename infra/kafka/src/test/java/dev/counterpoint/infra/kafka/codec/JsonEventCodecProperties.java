package dev.counterpoint.infra.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class JsonEventCodecProperties {
    private final JsonMapper json = new JsonMapper();
    private final JsonEventCodec codec = JsonEventCodec.ofAllEvents();

    @Property(tries = 1_000)
    void any_event_is_read_as_it_was_written(@ForAll("events") DomainEvent event) {
        EncodedEvent encoded = codec.encode(event);

        assertThat(codec.decode(encoded)).isEqualTo(event);
    }

    @Property(tries = 300)
    void an_event_has_one_form_of_bytes(@ForAll("events") DomainEvent event) {
        EncodedEvent encoded = codec.encode(event);

        assertThat(codec.encode(codec.decode(encoded))).isEqualTo(encoded);
        assertThat(JsonEventCodec.ofAllEvents().encode(event)).isEqualTo(encoded);
    }

    @Property(tries = 300)
    void fields_of_later_writers_are_passed_over(@ForAll("events") DomainEvent event, @ForAll("values") String value) {
        EncodedEvent encoded = codec.encode(event);
        String payload = new String(encoded.payload(), StandardCharsets.UTF_8);
        String wider = "{\"addedLater\":" + value + "," + payload.substring(1);

        assertThat(codec.decode(with(encoded, wider))).isEqualTo(event);
    }

    @Property(tries = 500)
    void a_payload_that_was_cut_is_unreadable(@ForAll("events") DomainEvent event, @ForAll int anywhere) {
        EncodedEvent encoded = codec.encode(event);
        int length = Math.floorMod(anywhere, encoded.payload().length);
        byte[] cut = Arrays.copyOf(encoded.payload(), length);

        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> codec.decode(new EncodedEvent(encoded.type(), encoded.revision(), cut)));
    }

    /** Whatever stands where, a payload gives an event or is called unreadable; no other failure leaves the codec. */
    @Property(tries = 2_000)
    void a_payload_with_another_value_is_an_event_or_unreadable(
            @ForAll("examples") DomainEvent event, @ForAll("values") String value, @ForAll int anywhere) {
        EncodedEvent encoded = codec.encode(event);
        JsonNode changed = json.readTree(encoded.payload());
        List<Runnable> changes = new ArrayList<>();
        collect(changed, json.readTree(value), changes);
        changes.get(Math.floorMod(anywhere, changes.size())).run();
        try {
            DomainEvent read = codec.decode(with(encoded, changed.toString()));
            assertThat(read).isInstanceOf(event.getClass());
        } catch (UnreadableEventException unreadable) {
            assertThat(unreadable).hasMessageContaining(encoded.type());
        }
    }

    @Provide
    Arbitrary<DomainEvent> events() {
        return AnyEvents.any();
    }

    @Provide
    Arbitrary<DomainEvent> examples() {
        return Arbitraries.of(Events.examples().values());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "-1",
                "0.5",
                "1e999",
                "99999999999999999999",
                "\"\"",
                "\"x y\"",
                "[]",
                "[null]",
                "[[]]",
                "[1]",
                "[\"\"]",
                "{}",
                "{\"a\":null}",
                "\"9999-99-99T00:00:00Z\"",
                "\"\\ud800\"");
    }

    private static void collect(JsonNode node, JsonNode value, List<Runnable> changes) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                changes.add(() -> object.set(field.getKey(), value));
                changes.add(() -> object.remove(field.getKey()));
                collect(field.getValue(), value, changes);
            });
        } else if (node instanceof ArrayNode array) {
            changes.add(() -> array.add(value));
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                changes.add(() -> array.set(at, value));
                collect(array.get(i), value, changes);
            }
        }
    }

    private static EncodedEvent with(EncodedEvent encoded, String payload) {
        return new EncodedEvent(encoded.type(), encoded.revision(), payload.getBytes(StandardCharsets.UTF_8));
    }
}

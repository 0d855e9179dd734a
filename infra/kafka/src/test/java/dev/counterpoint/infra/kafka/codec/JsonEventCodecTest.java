package dev.counterpoint.infra.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.listener.ListenerEvent;
import dev.counterpoint.domain.model.ModelEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonEventCodecTest {
    private final JsonEventCodec codec = JsonEventCodec.ofAllEvents();

    static Stream<String> examples() {
        return Events.examples().keySet().stream();
    }

    /** A golden file never changes: what it holds lies in stores. A new form of an event is a new revision with files of its own. */
    @ParameterizedTest
    @MethodSource("examples")
    void goldenFile_isWrittenAndRead(String name) throws IOException {
        DomainEvent event = Events.examples().get(name);
        byte[] golden = golden(name);

        EncodedEvent encoded = codec.encode(event);

        assertThat(new String(encoded.payload(), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
        assertThat(name).startsWith(encoded.type() + "-" + encoded.revision());
        assertThat(codec.decode(new EncodedEvent(encoded.type(), encoded.revision(), golden)))
                .isEqualTo(event);
    }

    static Stream<String> olderExamples() {
        return Events.olderExamples().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("olderExamples")
    void goldenFile_ofAnOlderRevision_isReadAsTheNewest(String name) throws IOException {
        String[] words = name.split("-");
        EncodedEvent old = new EncodedEvent(words[0] + "-" + words[1], Integer.parseInt(words[2]), golden(name));

        assertThat(codec.decode(old)).isEqualTo(Events.olderExamples().get(name));
        assertThat(codec.encode(codec.decode(old)).revision()).isGreaterThan(old.revision());
    }

    @Test
    void everyKindOfEvent_hasAGoldenFile() {
        List<Class<?>> kinds = Stream.of(CatalogEvent.class, ListenerEvent.class, ModelEvent.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .<Class<?>>map(kind -> kind)
                .toList();

        assertThat(Events.examples().values()).extracting(Object::getClass).hasSameElementsAs((List) kinds);
    }

    @Test
    void decode_ofFieldsThatAreNotKnown_readsTheOthers() {
        assertThat(codec.decode(encoded("card-retired", 1, "{\"later\":[1],\"cardId\":\"a\"}")))
                .isEqualTo(new CardRetired(new CardId("a")));
    }

    @Test
    void decode_ofWhatIsBroken_saysSo() {
        List<EncodedEvent> broken = List.of(
                encoded("card-retired", 1, "{\"cardId\":\"a\""),
                encoded("card-retired", 1, "{}"),
                encoded("card-retired", 1, "{\"cardId\":7}"),
                encoded("card-retired", 1, "{\"cardId\":\"no id\"}"),
                encoded("card-retired", 1, "[]"),
                encoded("card-retired", 1, ""),
                encoded("card-retired", 0, "{\"cardId\":\"a\"}"),
                encoded("card-retired", 2, "{\"cardId\":\"a\"}"),
                encoded("card-forgotten", 1, "{\"cardId\":\"a\"}"),
                encoded(
                        "shelf-published",
                        1,
                        "{\"shelfId\":\"s\",\"title\":\"t\",\"source\":{\"from\":\"tag\",\"cards\":[]},"
                                + "\"maxCards\":99999999999}"));

        for (EncodedEvent each : broken) {
            assertThatExceptionOfType(UnreadableEventException.class)
                    .as(new String(each.payload(), StandardCharsets.UTF_8))
                    .isThrownBy(() -> codec.decode(each));
        }
    }

    @Test
    void decode_ofAnOlderRevision_liftsItStepByStep() {
        EventForm<CardRetired> thirdRevision = new EventForm<>(
                "card-retired",
                CardRetired.class,
                (event, to) -> to.put("cardId", event.cardId().value()),
                from -> new CardRetired(new CardId(from.text("cardId"))),
                List.of(
                        first -> first.put("card", first.get("id").stringValue()),
                        second -> second.put("cardId", second.get("card").stringValue() + "-lifted")));
        JsonEventCodec later = new JsonEventCodec(List.of(thirdRevision));

        assertThat(later.decode(encoded("card-retired", 1, "{\"id\":\"a\"}")))
                .isEqualTo(new CardRetired(new CardId("a-lifted")));
        assertThat(later.decode(encoded("card-retired", 2, "{\"card\":\"a\"}")))
                .isEqualTo(new CardRetired(new CardId("a-lifted")));
        assertThat(later.encode(new CardRetired(new CardId("a"))).revision()).isEqualTo(3);
    }

    @Test
    void encode_ofAnEventWithoutAForm_isRefused() {
        record Unheard() implements DomainEvent {}

        assertThatIllegalArgumentException().isThrownBy(() -> codec.encode(new Unheard()));
    }

    private static EncodedEvent encoded(String type, int revision, String json) {
        return new EncodedEvent(type, revision, json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = JsonEventCodecTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(file).as("golden file of " + name).isNotNull();
            return file.readAllBytes();
        }
    }
}

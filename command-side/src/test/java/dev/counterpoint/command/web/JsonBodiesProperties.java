package dev.counterpoint.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.TestClock;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

class JsonBodiesProperties {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonBodies bodies = new JsonBodies(new TestClock());

    record Body(
            @NotNull String text,
            Integer whole,
            Long wide,
            Float number,
            Boolean flag,
            CardKind kind,
            Instant at,
            List<String> texts) {}

    @Property(tries = 2000)
    void any_bytes_are_read_or_refused_with_a_pointer(@ForAll byte[] bytes) {
        readOrRefused(bytes);
    }

    @Property(tries = 2000)
    void any_text_is_read_or_refused_with_a_pointer(@ForAll("jsonish") String text) {
        readOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void any_cut_of_a_body_is_refused(@ForAll("bodies") Body body, @ForAll double where) {
        byte[] whole = JSON.writeValueAsBytes(fields(body));
        int length = (int) (Math.abs(where % 1.0) * whole.length);
        byte[] cut = java.util.Arrays.copyOf(whole, length);
        assertThat(readOrRefused(cut)).isFalse();
    }

    @Property(tries = 1000)
    void what_is_written_is_read_back(@ForAll("bodies") Body body) {
        assertThat(bodies.read(JSON.writeValueAsBytes(fields(body)), Body.class))
                .isEqualTo(body);
    }

    private boolean readOrRefused(byte[] bytes) {
        try {
            bodies.readOneOrMany(bytes, Body.class);
            return true;
        } catch (RequestRefusedException refused) {
            assertThat(refused.refusals())
                    .isNotEmpty()
                    .extracting(Refusal::pointer)
                    .doesNotContainNull();
            return false;
        }
    }

    private static Map<String, Object> fields(Body body) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("texts", body.texts());
        fields.put("text", body.text());
        fields.put("whole", body.whole());
        fields.put("wide", body.wide());
        fields.put("number", body.number());
        fields.put("flag", body.flag());
        fields.put("kind", body.kind().written());
        fields.put("at", body.at().toString());
        return fields;
    }

    @Provide
    Arbitrary<String> jsonish() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"text\"",
                        "\"whole\"",
                        "\"texts\"",
                        "\"at\"",
                        "\"kind\"",
                        "1",
                        "-0.5e7",
                        "true",
                        "null",
                        "\"2026-03-01T12:00:00Z\"",
                        "\"\\ud800\"",
                        "\"track\"",
                        " ",
                        "\\",
                        "\u0000",
                        "é")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Body> bodies() {
        Arbitrary<String> texts = Arbitraries.strings()
                .ofMaxLength(40)
                .filter(text -> text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(-62_000_000_000_000_000L, 7_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        return Combinators.combine(
                        texts,
                        Arbitraries.integers(),
                        Arbitraries.longs(),
                        Arbitraries.floats(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(CardKind.values()),
                        instants,
                        texts.list().ofMaxSize(5))
                .as(Body::new);
    }
}

package dev.counterpoint.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {
    private final JsonBodies bodies = new JsonBodies(new TestClock());

    record Inner(@NotNull CardKind kind, Boolean flag) {}

    record Body(
            @NotNull @Size(min = 1, max = 5, message = "must have 1 to 5 characters")
            String name,

            @Max(value = 10, message = "must be at most 10") Integer count,
            Long wide,
            Float share,
            @NotNull List<@Size(max = 3, message = "must have at most 3 characters") String> tags,
            @Valid Inner inner,
            @Happened Instant at) {}

    record Line(
            @NotNull String id,
            @JsonUnwrapped @NotNull @Valid Inner inner) {}

    @Test
    void everything_that_fits_is_read() {
        Body body = read("{\"name\":\"n\",\"count\":3,\"wide\":5000000000,\"share\":0.5,\"tags\":[\"a\",\"ö\"],"
                + "\"inner\":{\"kind\":\"track\",\"flag\":true},\"at\":\"2026-03-01T12:00:00.123456Z\"}");
        assertThat(body)
                .isEqualTo(new Body(
                        "n",
                        3,
                        5_000_000_000L,
                        0.5f,
                        List.of("a", "ö"),
                        new Inner(CardKind.TRACK, true),
                        Instant.parse("2026-03-01T12:00:00.123456Z")));
    }

    @Test
    void json_beyond_the_limits_of_the_parser_is_refused_like_any_other() {
        for (String beyond : List.of(
                "[".repeat(2000), "{\"wide\":" + "9".repeat(1001) + "}", "{\"" + "n".repeat(50_001) + "\":1}")) {
            assertThat(faults(beyond)).extracting(Refusal::detail).anyMatch(detail -> detail.contains("within limits"));
        }
    }

    @Test
    void what_is_optional_may_be_missing_or_null() {
        assertThat(read("{\"name\":\"n\",\"tags\":[],\"count\":null}"))
                .isEqualTo(new Body("n", null, null, null, List.of(), null, null));
    }

    @Test
    void all_faults_are_told_at_once_with_their_places() {
        assertThat(
                        faults(
                                "{\"name\":\"too long\",\"count\":11,\"wide\":\"3\",\"share\":true,\"tags\":[\"fine\",7,null],"
                                        + "\"inner\":{\"flag\":1,\"typo\":{\"deep\":[1,2]}},\"other\":[],\"at\":\"9999-01-01T00:00:00Z\"}"))
                .extracting(Refusal::pointer)
                .containsExactlyInAnyOrder(
                        "/name",
                        "/count",
                        "/wide",
                        "/share",
                        "/tags/1",
                        "/tags/2",
                        "/inner/flag",
                        "/inner/typo",
                        "/inner/kind",
                        "/other",
                        "/at");
    }

    @Test
    void a_fault_says_what_was_found_and_what_is_allowed() {
        assertThat(faults("{\"name\":7,\"tags\":{},\"inner\":{\"kind\":\"song\"}}"))
                .extracting(Refusal::pointer, Refusal::detail)
                .containsExactlyInAnyOrder(
                        tuple("/name", "name must be a text, not the number 7"),
                        tuple("/tags", "tags must be an array, not an object"),
                        tuple(
                                "/inner/kind",
                                "inner/kind must be one of track, album, artist, playlist, podcast, episode, audiobook,"
                                        + " not \"song\""));
    }

    @Test
    void ranges_are_told_with_the_value() {
        assertThat(faults("{\"name\":\"\",\"count\":12,\"tags\":[\"long tag\"]}"))
                .extracting(Refusal::pointer, Refusal::detail)
                .containsExactlyInAnyOrder(
                        tuple("/name", "name must have 1 to 5 characters, not \"\""),
                        tuple("/count", "count must be at most 10, not 12"),
                        tuple("/tags/0", "tags/0 must have at most 3 characters, not \"long tag\""));
    }

    @Test
    void a_key_that_stands_twice_is_a_fault_beside_the_others() {
        assertThat(faults("{\"name\":\"n\",\"name\":\"m\",\"count\":99,\"tags\":[]}"))
                .extracting(Refusal::pointer)
                .containsExactly("/name", "/count");
    }

    @Test
    void what_is_required_and_missing_is_named() {
        assertThat(faults("{}"))
                .extracting(Refusal::pointer, Refusal::detail)
                .containsExactly(
                        tuple("/name", "name is required: a text"), tuple("/tags", "tags is required: an array"));
    }

    @Test
    void pointers_are_escaped() {
        assertThat(faults("{\"name\":\"n\",\"tags\":[],\"a/b~c\":1}"))
                .extracting(Refusal::pointer)
                .containsExactly("/a~1b~0c");
    }

    @Test
    void every_fault_of_a_body_is_malformed() {
        assertThat(faults("[]")).extracting(Refusal::reason).containsExactly(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"name\"",
                "nul",
                "{\"name\":\"n\",}",
                "{'name':'n'}",
                "{\"name\":NaN}",
                "{\"count\":01}",
                "\u0000"
            })
    void what_is_not_json_is_one_fault_of_the_whole_body(String text) {
        assertThat(faults(text)).extracting(Refusal::pointer).containsExactly("");
    }

    @Test
    void something_after_the_value_is_a_fault() {
        assertThat(faults("{\"name\":\"n\",\"tags\":[]} {}"))
                .extracting(Refusal::detail)
                .containsExactly("the body must be one JSON value, but something follows it");
    }

    @Test
    void what_is_not_utf_8_is_a_fault() {
        byte[] latin1 = "{\"name\":\"ö\",\"tags\":[]}".getBytes(StandardCharsets.ISO_8859_1);
        RequestRefusedException refused =
                catchThrowableOfType(RequestRefusedException.class, () -> bodies.read(latin1, Body.class));
        assertThat(refused.refusals()).extracting(Refusal::detail).containsExactly("the body must be UTF-8");
    }

    @Test
    void half_a_character_and_control_characters_are_faults() {
        assertThat(faults("{\"name\":\"\\ud800\",\"tags\":[\"a\\u0000\"]}"))
                .extracting(Refusal::pointer)
                .containsExactly("/name", "/tags/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e2", "99999999999", "\"3\"", "true", "[3]"})
    void only_whole_numbers_of_32_bits_are_counts(String count) {
        assertThat(faults("{\"name\":\"n\",\"tags\":[],\"count\":" + count + "}"))
                .extracting(Refusal::pointer)
                .containsExactly("/count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e39", "-1e999", "\"0.5\""})
    void only_finite_numbers_are_shares(String share) {
        assertThat(faults("{\"name\":\"n\",\"tags\":[],\"share\":" + share + "}"))
                .extracting(Refusal::pointer)
                .containsExactly("/share");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01t12:00:00.5z, 2026-03-01T12:00:00.500Z",
        "2026-03-01T12:00:00.000001+00:00, 2026-03-01T12:00:00.000001Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z"
    })
    void instants_in_utc_are_read(String written, Instant meant) {
        assertThat(read("{\"name\":\"n\",\"tags\":[],\"at\":\"" + written + "\"}")
                        .at())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01",
                "2026-03-01T12:00Z",
                "2026-03-01T12:00:00",
                "2026-03-01T12:00:00+01:00",
                "2026-03-01T12:00:00-00:00",
                "2026-03-01T12:00:00.1234567Z",
                "2026-02-30T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T23:59:60Z",
                "9999-12-31T23:59:59Z",
                "+12026-03-01T12:00:00Z",
                "0000-01-01T00:00:00Z",
                "1772366400",
                ""
            })
    void other_instants_are_faults(String written) {
        assertThat(faults("{\"name\":\"n\",\"tags\":[],\"at\":\"" + written + "\"}"))
                .extracting(Refusal::pointer)
                .containsExactly("/at");
    }

    @Test
    void what_happened_may_be_five_minutes_ahead_and_not_a_microsecond_more() {
        Instant latest = TestClock.START.plus(Duration.ofMinutes(5));
        assertThat(read(at(latest)).at()).isEqualTo(latest);
        assertThat(faults(at(latest.plusNanos(1000))))
                .extracting(Refusal::detail)
                .containsExactly("at must be from 1970 on and at most 5 minutes ahead of the platform's clock, not "
                        + latest.plusNanos(1000));
        assertThat(read(at(Instant.EPOCH)).at()).isEqualTo(Instant.EPOCH);
        assertThat(faults(at(Instant.EPOCH.minusNanos(1000)))).hasSize(1);
    }

    @Test
    void an_unwrapped_record_stands_in_the_same_object() {
        Line line = bodies.read(bytes("{\"kind\":\"track\",\"id\":\"x\"}"), Line.class);
        assertThat(line).isEqualTo(new Line("x", new Inner(CardKind.TRACK, null)));
        RequestRefusedException refused = catchThrowableOfType(
                RequestRefusedException.class, () -> bodies.read(bytes("{\"id\":1,\"flag\":2}"), Line.class));
        assertThat(refused.refusals()).extracting(Refusal::pointer).containsExactly("/id", "/flag", "/kind");
    }

    @Test
    void one_thing_or_an_array_of_them() {
        OneOrMany<Inner> one = bodies.readOneOrMany(bytes("{\"kind\":\"track\"}"), Inner.class);
        assertThat(one.items()).hasSize(1);
        assertThat(one.pointer(0)).isEmpty();
        OneOrMany<Inner> many = bodies.readOneOrMany(bytes("[{\"kind\":\"track\"},{\"kind\":\"album\"}]"), Inner.class);
        assertThat(many.items()).extracting(Inner::kind).containsExactly(CardKind.TRACK, CardKind.ALBUM);
        assertThat(many.pointer(1)).isEqualTo("/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"kind\":\"track\"},{\"kind\":\"x\"},{\"flag\":3},4] | /1/kind,/2/flag,/2/kind,/3",
                "[] | ''",
                "3 | ''",
                "null | ''",
                "{\"kind\":\"x\"} | /kind"
            })
    void faults_in_an_array_are_told_with_their_index(String text, String pointers) {
        RequestRefusedException refused = catchThrowableOfType(
                RequestRefusedException.class, () -> bodies.readOneOrMany(bytes(text), Inner.class));
        assertThat(refused.refusals()).extracting(Refusal::pointer).containsExactly(pointers.split(",", -1));
    }

    @Test
    void a_hundred_may_stand_in_an_array_and_one_more_may_not() {
        String hundred = "{\"kind\":\"track\"}" + ",{\"kind\":\"track\"}".repeat(99);
        assertThat(bodies.readOneOrMany(bytes("[" + hundred + "]"), Inner.class).items())
                .hasSize(100);
        RequestRefusedException refused = catchThrowableOfType(
                RequestRefusedException.class,
                () -> bodies.readOneOrMany(bytes("[" + hundred + ",{\"kind\":\"track\"}]"), Inner.class));
        assertThat(refused.refusals())
                .extracting(Refusal::pointer, Refusal::detail)
                .containsExactly(Tuple.tuple("", "the body must be 1 to 100, not 101"));
    }

    @Test
    void of_very_many_faults_a_hundred_are_told() {
        StringBuilder many = new StringBuilder("{\"name\":\"n\",\"tags\":[]");
        for (int i = 0; i < 1000; i++) {
            many.append(",\"f").append(i).append("\":1");
        }
        assertThat(faults(many.append('}').toString())).hasSize(100);
    }

    private static String at(Instant instant) {
        return "{\"name\":\"n\",\"tags\":[],\"at\":\"" + instant + "\"}";
    }

    private Body read(String text) {
        return bodies.read(bytes(text), Body.class);
    }

    private List<Refusal> faults(String text) {
        RequestRefusedException refused =
                catchThrowableOfType(RequestRefusedException.class, () -> bodies.read(bytes(text), Body.class));
        return refused.refusals();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.counterpoint.infra.cli.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.platform.PlayLine;
import dev.counterpoint.infra.cli.testing.Listens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenParserTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String MSID = "92fc76b4-bda0-4c2c-82b9-1ef4d489c071";
    private static final String MBID = "f8d186be-5bdf-4e2d-883a-0a3c4d7a9989";

    private final ListenParser parser = new ListenParser(NOW);

    @Test
    void aListen_isAPlayOfItsRecording_atItsTime() throws BrokenListenException {
        Listen listen = parse(Listens.listen("nina", 1_704_067_200, 5));

        assertThat(listen.card())
                .isEqualTo(new CardLine(
                        Listens.cardId(5), "track", "Song 5", List.of("A", "B"), List.of(), Instant.EPOCH));
        assertThat(listen.play())
                .isEqualTo(new PlayLine(
                        "nina",
                        "1704067200-" + Listens.cardId(5),
                        Listens.cardId(5),
                        Instant.parse("2024-01-01T00:00:00Z")));
    }

    @Test
    void aListenOfTheInterface_hasItsTimeUnderAnotherName() throws BrokenListenException {
        Listen listen = parse("{\"user_name\":\"u\",\"listened_at\":10,\"track_metadata\":"
                + "{\"track_name\":\"T\",\"artist_name\":\"A\"}}");

        assertThat(listen.at()).isEqualTo(Instant.ofEpochSecond(10));
    }

    @Test
    void theRecording_isKnownByItsOwnId_elseByThatOfMusicBrainz_elseByWhatItIsCalled() throws BrokenListenException {
        assertThat(cardOf("\"recording_msid\":\"" + MSID + "\",", "\"recording_mbid\":\"" + MBID + "\""))
                .isEqualTo("lb-msid-" + MSID);
        assertThat(cardOf("", "\"recording_msid\":\"" + MSID.toUpperCase(Locale.ROOT) + "\""))
                .isEqualTo("lb-msid-" + MSID);
        assertThat(cardOf("\"recording_msid\":\"none\",", "\"recording_mbid\":\"" + MBID + "\""))
                .isEqualTo("lb-mbid-" + MBID);
        assertThat(cardOf("", "")).matches("lb-hash-[0-9a-f]{32}").isEqualTo(cardOf("\"user_id\":3,", ""));
    }

    @Test
    void creators_areTheNamesOfTheArtists_elseTheOneName() throws BrokenListenException {
        assertThat(creatorsOf("\"artist_names\":[\" A \",\"\",7,\"B\"]")).containsExactly("A", "B");
        assertThat(creatorsOf("\"artist_names\":[]")).containsExactly("Artist");
        assertThat(creatorsOf("\"artist_names\":\"A\"")).containsExactly("Artist");
    }

    @Test
    void tags_areInLowerCase_andDistinct() throws BrokenListenException {
        Listen listen = parse(line("", "\"tags\":[\"Jazz\",\"jazz \",\"Soul\",null]"));

        assertThat(listen.card().tags()).containsExactly("jazz", "soul");
    }

    @Test
    void aUserName_thatCannotBeAnId_isShortenedToADigest() throws BrokenListenException {
        String odd = parse(Listens.listen("nina simone", 10, 1)).play().listenerId();

        assertThat(odd).matches("lb~[0-9a-f]{32}");
        assertThat(parse(Listens.listen("nina simone", 20, 2)).play().listenerId())
                .isEqualTo(odd);
        assertThat(parse(Listens.listen("nina  simone", 10, 1)).play().listenerId())
                .isNotEqualTo(odd);
        assertThat(parse(Listens.listen("a".repeat(129), 10, 1)).play().listenerId())
                .hasSize(35);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "{\"user_name\": | is not JSON in UTF-8",
                "[1] | is not a JSON object",
                "{} {} | is not JSON in UTF-8",
                "{} | has no track_name",
                "{\"track_metadata\":{\"track_name\":\"T\"}} | has no artist_name",
                "{\"track_metadata\":{\"track_name\":\"  \",\"artist_name\":\"A\"}} | has no track_name",
                "{\"track_metadata\":{\"track_name\":7,\"artist_name\":\"A\"}} | has no track_name",
                "{\"timestamp\":1,\"track_metadata\":{\"track_name\":\"T\",\"artist_name\":\"A\"}} | has no user_name",
                "{\"user_name\":\"u\",\"track_metadata\":{\"track_name\":\"T\",\"artist_name\":\"A\"}} | has no timestamp in seconds since 1970",
                "{\"user_name\":\"u\",\"timestamp\":\"1\",\"track_metadata\":{\"track_name\":\"T\",\"artist_name\":\"A\"}} | has no timestamp in seconds since 1970",
                "{\"user_name\":\"u\",\"timestamp\":1.5,\"track_metadata\":{\"track_name\":\"T\",\"artist_name\":\"A\"}} | has no timestamp in seconds since 1970",
                "{\"user_name\":\"u\",\"timestamp\":0,\"track_metadata\":{\"track_name\":\"T\",\"artist_name\":\"A\"}} | has no timestamp in seconds since 1970",
                "{\"user_name\":\"u\",\"timestamp\":253402300799,\"track_metadata\":{\"track_name\":\"T\",\"artist_name\":\"A\"}} | has no timestamp in seconds since 1970",
                "{\"user_name\":\"u\",\"timestamp\":1767226000,\"track_metadata\":{\"track_name\":\"T\",\"artist_name\":\"A\"}} | has a timestamp that lies ahead"
            })
    void aBrokenLine_saysWhatIsWrong(String line, String said) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(BrokenListenException.class)
                .hasMessage(said);
    }

    @Test
    void bytes_thatAreNotUtf8_areBroken() {
        byte[] line = Listens.listen("nina", 10, 1).replace("Song", "S\u00f6ng").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> parser.parse(line))
                .isInstanceOf(BrokenListenException.class)
                .hasMessage("is not JSON in UTF-8");
    }

    private Listen parse(String line) throws BrokenListenException {
        return parser.parse(line.getBytes(StandardCharsets.UTF_8));
    }

    private String cardOf(String top, String more) throws BrokenListenException {
        return parse(line(top, more)).card().cardId();
    }

    private List<String> creatorsOf(String more) throws BrokenListenException {
        return parse(line("", more)).card().creators();
    }

    private static String line(String top, String more) {
        return "{" + top + "\"user_name\":\"u\",\"timestamp\":10,\"track_metadata\":{\"track_name\":\"Title\","
                + "\"artist_name\":\"Artist\",\"additional_info\":{" + more + "}}}";
    }
}

package dev.counterpoint.infra.cli.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.counterpoint.infra.cli.testing.Listens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ListenParserProperties {
    private static final String IDENTIFIER = "[A-Za-z0-9._~-]{1,128}";
    private static final JsonMapper JSON = new JsonMapper();

    private final ListenParser parser = new ListenParser(Instant.parse("2026-01-01T00:00:00Z"));

    @Property(tries = 500)
    void anyBytes_areAListenOrSaidToBeNone(@ForAll @Size(max = 200) byte[] bytes) {
        assertThatCode(() -> isListen(bytes)).doesNotThrowAnyException();
    }

    @Property(tries = 500)
    void aListenWithOneByteChanged_isAListenOrSaidToBeNone(
            @ForAll @IntRange(max = 300) int place, @ForAll byte changed) {
        byte[] bytes = Listens.listen("nina", 1_704_067_200, 5).getBytes(StandardCharsets.UTF_8);
        bytes[place % bytes.length] = changed;

        assertThatCode(() -> isListen(bytes)).doesNotThrowAnyException();
    }

    @Property(tries = 500)
    void aListenThatBreaksOff_isSaidToBeNone(@ForAll @IntRange(max = 300) int length) {
        byte[] bytes = Listens.listen("nina", 1_704_067_200, 5).getBytes(StandardCharsets.UTF_8);

        byte[] start = Arrays.copyOf(bytes, Math.min(length, bytes.length - 1));

        assertThat(isListen(start)).isFalse();
    }

    @Property(tries = 500)
    void whateverTheNames_theIdsAreIds(
            @ForAll @NotBlank String user, @ForAll @NotBlank String title, @ForAll @NotBlank String artist)
            throws BrokenListenException {
        ObjectNode line = JSON.createObjectNode().put("user_name", "u" + user).put("timestamp", 10);
        line.putObject("track_metadata").put("track_name", "t" + title).put("artist_name", "a" + artist);

        Listen listen = parser.parse(JSON.writeValueAsString(line).getBytes(StandardCharsets.UTF_8));

        assertThat(listen.card().cardId()).matches(IDENTIFIER);
        assertThat(listen.play().listenerId()).matches(IDENTIFIER);
        assertThat(listen.play().interactionId()).matches(IDENTIFIER);
    }

    private boolean isListen(byte[] line) {
        try {
            parser.parse(line);
            return true;
        } catch (BrokenListenException said) {
            return false;
        }
    }
}

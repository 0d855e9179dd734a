package dev.counterpoint.infra.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BulkBodyProperties {
    private static final JsonMapper JSON = new JsonMapper();

    @Property(tries = 200)
    void aCard_isOneLine_whateverIsInIt(@ForAll String title, @ForAll @Size(max = 5) List<String> tags) {
        CardLine card = new CardLine("c-1", "artist", title, List.of(title), tags, Instant.EPOCH);

        String body = new String(BulkBody.bytes(List.of(card)), StandardCharsets.UTF_8);

        assertThat(body).endsWith("\n");
        assertThat(body.substring(0, body.length() - 1)).doesNotContain("\n");
        assertThat(titleOf(body)).isEqualTo(encodable(card.title()));
    }

    @Property(tries = 30)
    void allLines_comeInTheirOrder(@ForAll @IntRange(max = 1_000) int count) {
        List<PlayLine> plays = IntStream.range(0, count)
                .mapToObj(i -> new PlayLine("l", "i-" + i, "c", Instant.ofEpochMilli(i)))
                .toList();

        List<String> lines = new String(BulkBody.bytes(plays), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines.stream()
                        .map(line -> JSON.readTree(line).path("interactionId").stringValue()))
                .containsExactlyElementsOf(
                        plays.stream().map(PlayLine::interactionId).toList());
    }

    @Property(tries = 200)
    void aCard_keepsTheLimitsOfTheContract(
            @ForAll @Size(max = 600) List<String> tags, @ForAll @Size(max = 40) List<String> creators) {
        String longTitle = "ab".repeat(300);
        CardLine card = new CardLine("c", "track", longTitle, creators, tags, Instant.EPOCH);

        assertThat(card.title()).hasSize(500);
        assertThat(card.creators()).hasSizeLessThanOrEqualTo(32).allMatch(creator -> creator.length() <= 200);
        assertThat(card.tags()).hasSizeLessThanOrEqualTo(512).allMatch(tag -> !tag.isEmpty() && tag.length() <= 128);
        assertThat(tags).containsAll(card.tags());
    }

    private static String titleOf(String line) {
        JsonNode node = JSON.readTree(line);
        assertThat(StreamSupport.stream(node.propertyNames().spliterator(), false))
                .containsExactly("cardId", "kind", "title", "creators", "tags", "publishedAt", "explicit");
        return node.path("title").stringValue("");
    }

    /** A lone half of a surrogate pair has no form in UTF-8. */
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}

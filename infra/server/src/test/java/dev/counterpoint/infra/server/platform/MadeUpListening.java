package dev.counterpoint.infra.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.server.platform.Calls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A catalogue of 300 made-up albums with tags, and listeners who play them, all over HTTP. */
final class MadeUpListening {
    static final int ALBUMS = 300;

    private final Calls calls;
    private final Random chance = new Random(11);
    private int interactions;

    MadeUpListening(Calls calls) {
        this.calls = calls;
    }

    /** The tag of ten of them, which nobody plays unless told. */
    static String tagOf(int album) {
        return album < 290 ? "genre-" + album % 12 : "choro";
    }

    Answer publishAll() {
        return calls.postLines(
                "/v1/cards",
                IntStream.range(0, ALBUMS)
                        .mapToObj(album -> "{\"cardId\": \"album-" + album + "\", " + content(album, "Album " + album))
                        .toArray(String[]::new));
    }

    /**
     * A catalogue comes to pages by epochs, and one may be cut while its cards are still being published. What the scout heard today is not
     * proposed again.
     */
    void awaitChoroOnPages() {
        play("scout", IntStream.range(290, 293));
        Eventually.await(() -> PageReading.proposedCards(calls.decision(calls.home("scout")), "tag:choro")
                        .size()
                == 10 - 3);
    }

    void rename(int album, String title) {
        calls.put("/v1/cards/album-" + album, "{" + content(album, title));
    }

    Answer playSome(String listener, int plays) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < plays; i++) {
            bodies.add(
                    play(chance.nextInt(1 + chance.nextInt(290)), Instant.now().minus(Duration.ofHours(60 - i))));
        }
        return recorded(listener, bodies);
    }

    Answer play(String listener, IntStream albums) {
        List<String> bodies =
                albums.mapToObj(album -> play(album, Instant.now())).toList();
        return recorded(listener, bodies);
    }

    Answer skip(String listener, IntStream albums) {
        List<String> bodies =
                albums.mapToObj(album -> acted("skip", album, Instant.now())).toList();
        return recorded(listener, bodies);
    }

    private Answer recorded(String listener, List<String> bodies) {
        Answer answer = calls.post("/v1/listeners/" + listener + "/interactions", bodies.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private String play(int album, Instant at) {
        return acted("play", album, at);
    }

    private String acted(String type, int album, Instant at) {
        return "{\"interactionId\": \"m" + interactions++ + "\", \"type\": \"" + type + "\", \"cardId\": \"album-"
                + album + "\", \"at\": \"" + at.truncatedTo(ChronoUnit.MILLIS) + "\"}";
    }

    private static String content(int album, String title) {
        return "\"kind\": \"album\", \"title\": \"" + title + "\", \"creators\": [\"artist-" + album / 2 + "\"], "
                + "\"tags\": [\"" + tagOf(album) + "\", \"mood-" + album % 5 + "\"], "
                + "\"publishedAt\": \"2025-01-01T00:00:00Z\"}";
    }

    static String play(String id, String card) {
        return """
                {"interactionId": "%s", "type": "play", "cardId": "%s", "at": "2026-01-31T12:00:00Z", "playedMs": 31000}""".formatted(id, card);
    }

    static String creditedPlay(String id, String card, JsonNode page) {
        return play(id, card)
                .replace(
                        "\"type\"",
                        "\"decisionId\": \"" + page.get("decisionId").stringValue() + "\", \"type\"");
    }
}

package dev.counterpoint.infra.server.platform;

import static dev.counterpoint.infra.server.platform.MadeUpListening.creditedPlay;
import static dev.counterpoint.infra.server.platform.MadeUpListening.play;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.server.platform.Calls.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Somebody who listens for a while and is then erased. All that is theirs has one word in it, which stands nowhere else. */
final class ErasedListener {
    static final String WORD = "vanishing-4711";
    private static final String ID = WORD + "-listener";

    static final String PATH = "/v1/listeners/" + ID;

    private final List<String> decisions = new ArrayList<>();

    /** Registers, listens, and is served pages, one before they were known. */
    void liveHere(Calls calls) {
        decisions.add(calls.home(ID).get("decisionId").stringValue());
        assertThat(calls.put(PATH, "{\"tier\": \"premium\", \"country\": \"SE\", \"birthYear\": 1990}")
                        .status())
                .isEqualTo(201);
        for (int i = 0; i < 5; i++) {
            assertThat(calls.post(PATH + "/interactions", play(WORD + i, "album-17"))
                            .status())
                    .isEqualTo(201);
        }
        JsonNode page = calls.home(ID, "requestId=" + WORD);
        String card = PageReading.cardsOf(page).get(0);
        assertThat(calls.post(PATH + "/interactions", creditedPlay(WORD + "-c", card, page))
                        .status())
                .isEqualTo(201);
        decisions.add(page.get("decisionId").stringValue());
    }

    String newestDecision() {
        return decisions.get(decisions.size() - 1);
    }

    /** Calls that should say that the listener is gone, and say something else. */
    List<String> answersThatAreNotGone(Calls calls) {
        List<String> others = new ArrayList<>();
        for (String path : List.of(
                "/home",
                "/home?requestId=" + WORD,
                "/profile",
                "/profile?sequence=1",
                "/events",
                "/decisions",
                "/export")) {
            note(others, "GET " + path, calls.get(PATH + path));
        }
        note(others, "PUT", calls.put(PATH, "{\"tier\": \"free\"}"));
        note(others, "POST", calls.post(PATH + "/interactions", play(WORD + 0, "album-17")));
        for (String decision : decisions) {
            note(others, "GET decision", calls.get("/v1/decisions/" + decision));
            note(others, "reproduction", calls.post("/v1/decisions/" + decision + "/reproduction", ""));
        }
        return others;
    }

    private static void note(List<String> others, String call, Answer answer) {
        if (answer.status() != 410 || !answer.body().contains("listener-erased")) {
            others.add(call + ": " + answer);
        }
    }

    /** Files below a folder in which a word of ASCII stands, in any table, topic, snapshot or log. */
    static List<Path> filesThatHold(Path folder, String word) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, word))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }
}

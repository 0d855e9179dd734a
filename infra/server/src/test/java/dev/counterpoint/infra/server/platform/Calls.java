package dev.counterpoint.infra.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a client that knows nothing but the public interface. */
final class Calls {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;

    Calls(int port) {
        this.port = port;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    Answer put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    Answer post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    Answer postLines(String path, String... lines) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", lines))));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    JsonNode home(String listener) {
        return home(listener, "surface=phone");
    }

    JsonNode home(String listener, String query) {
        Answer answer = get("/v1/listeners/" + listener + "/home?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The record of a page. */
    JsonNode decision(JsonNode page) {
        return get("/v1/decisions/" + page.get("decisionId").stringValue()).json();
    }

    /** What comes of deciding a page again. */
    JsonNode reproduction(JsonNode page) {
        return post("/v1/decisions/" + page.get("decisionId").stringValue() + "/reproduction", "")
                .json();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValueAsLong("Retry-After").orElse(-1));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("no answer", failed);
        }
    }

    /** @param retryAfter in seconds; -1 where nothing is said of it */
    record Answer(int status, String body, long retryAfter) {
        Answer(int status, String body) {
            this(status, body, -1);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }
}

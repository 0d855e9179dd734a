package dev.counterpoint.infra.cli.platform;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to the platform, sent again unchanged while it cannot answer; every request of its interface may be. Thread-safe.
 */
final class HttpCalls {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int UNAVAILABLE = 503;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final HttpClient client;
    private final URI address;
    private final Optional<String> key;
    private final BooleanSupplier alive;
    private final Supplier<Patience> patience;

    /**
     * @param key what every call carries, where the platform has keys
     * @param alive whether it can be that the platform answers later
     * @param patience a new one for each request
     */
    HttpCalls(URI address, Optional<String> key, BooleanSupplier alive, Supplier<Patience> patience) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.address = address;
        this.key = key;
        this.alive = alive;
        this.patience = patience;
    }

    HttpRequest.Builder to(String path, Duration timeout) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(timeout);
        key.ifPresent(held -> request.header("Authorization", "Bearer " + held));
        return request;
    }

    /**
     * The answer, 2xx.
     *
     * @throws CommandFailedException if the platform refuses, or does not answer for long
     */
    Answer send(HttpRequest request) {
        Patience left = patience.get();
        while (true) {
            Attempt attempt = attempt(request);
            if (attempt.answer != null) {
                return attempt.answer;
            }
            if (!alive.getAsBoolean() || !left.wait(attempt.retryAfter)) {
                throw new CommandFailedException(
                        Exit.FAILED, "Counterpoint at " + address + " does not answer: " + attempt.reason + ".");
            }
        }
    }

    /** The answer to one attempt, whatever its status; empty if there is none. */
    Optional<JsonNode> ask(HttpRequest request) {
        try {
            return Optional.of(
                    json(client.send(request, BodyHandlers.ofByteArray()).body()));
        } catch (IOException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Attempt attempt(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            JsonNode body = json(response.body());
            if (response.statusCode() == UNAVAILABLE) {
                return Attempt.again(retryAfter(response), described(body, UNAVAILABLE));
            }
            if (response.statusCode() / 100 != 2) {
                throw new CommandFailedException(
                        Exit.FAILED,
                        "The platform declined the request: " + described(body, response.statusCode()) + ".");
            }
            return new Attempt(new Answer(response.statusCode(), body), Duration.ZERO, "");
        } catch (IOException broken) {
            return Attempt.again(BETWEEN_ATTEMPTS, Sentences.of(broken));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Exit.FAILED, "The command was interrupted.");
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(BETWEEN_ATTEMPTS);
    }

    private static String described(JsonNode problem, int status) {
        String title = problem.path("title").stringValue("no reason given");
        String detail = problem.path("detail").stringValue("");
        return status + " " + title + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    record Answer(int status, JsonNode body) {}

    private record Attempt(@Nullable Answer answer, Duration retryAfter, String reason) {
        static Attempt again(Duration after, String reason) {
            return new Attempt(null, after, reason);
        }
    }
}

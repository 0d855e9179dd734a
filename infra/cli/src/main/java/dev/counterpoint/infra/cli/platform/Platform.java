package dev.counterpoint.infra.cli.platform;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The public interface of a running platform, as far as the command uses it. Thread-safe. */
public final class Platform {
    /** The key that calls carry, where the platform has keys. */
    private static final String KEY_VARIABLE = "COUNTERPOINT_KEY";

    private static final Duration BULK_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(5);
    private static final int CREATED = 201;
    private static final int CALLS_AT_ONCE = 16;

    private final HttpCalls calls;
    private final Supplier<Patience> patience;

    /**
     * @param alive whether it can be that the platform answers later, where it does not now
     * @param patience a new one for each request
     */
    Platform(URI address, Optional<String> key, BooleanSupplier alive, Supplier<Patience> patience) {
        this.calls = new HttpCalls(address, key, alive, patience);
        this.patience = patience;
    }

    /** @param patience how long to wait for it where it does not answer */
    public static Platform of(RunningServer server, Duration patience) {
        return new Platform(
                server.url(),
                Optional.ofNullable(System.getenv(KEY_VARIABLE)),
                server::isAlive,
                () -> Patience.of(patience));
    }

    /** @param settled told what became of the lines, as far as they are settled for ever, after each answer */
    public void publishCards(List<CardLine> cards, Consumer<BulkAnswer> settled) {
        sendAll("/v1/cards", cards, settled);
    }

    /** @param settled told what became of the lines, as far as they are settled for ever, after each answer */
    public void importPlays(List<PlayLine> plays, Consumer<BulkAnswer> settled) {
        sendAll("/v1/interactions", plays, settled);
    }

    /**
     * Registers listeners of whom nothing is known, several at a time.
     *
     * @return how many of them the platform did not know before
     */
    public int register(List<String> listenerIds) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLS_AT_ONCE);
        try {
            int added = 0;
            for (Future<Boolean> isNew : callers.invokeAll(listenerIds.stream()
                    .<Callable<Boolean>>map(id -> () -> register(id))
                    .toList())) {
                added += isNew.get() ? 1 : 0;
            }
            return added;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CommandFailedException said
                    ? said
                    : new IllegalStateException("registering ended with " + failed.getCause(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Exit.FAILED, "The command was interrupted.");
        } finally {
            callers.shutdownNow();
        }
    }

    /** @throws CommandFailedException if the platform refuses, or does not answer for long */
    public JsonNode get(String path) {
        return calls.send(calls.to(path, CALL_TIMEOUT).GET().build()).body();
    }

    /** @throws CommandFailedException as {@link #get} does */
    public JsonNode put(String path, JsonNode body) {
        return calls.send(withBody(path, body).PUT(bytesOf(body)).build()).body();
    }

    /** @throws CommandFailedException as {@link #get} does */
    public JsonNode post(String path, JsonNode body) {
        return calls.send(withBody(path, body).POST(bytesOf(body)).build()).body();
    }

    private HttpRequest.Builder withBody(String path, JsonNode body) {
        HttpRequest.Builder request = calls.to(path, CALL_TIMEOUT);
        return body.isMissingNode() ? request : request.header("Content-Type", "application/json");
    }

    /** @param body nothing where it is missing */
    private static BodyPublisher bytesOf(JsonNode body) {
        return body.isMissingNode()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The platform's own word on its health; empty if it does not answer. */
    public Optional<JsonNode> health() {
        return calls.ask(calls.to("/actuator/health", HEALTH_TIMEOUT).GET().build());
    }

    private boolean register(String listenerId) {
        byte[] defaults = "{\"tier\":\"free\",\"personalization\":true}".getBytes(StandardCharsets.UTF_8);
        HttpRequest request = calls.to("/v1/listeners/" + listenerId, CALL_TIMEOUT)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(defaults))
                .build();
        return calls.send(request).status() == CREATED;
    }

    private void sendAll(String path, List<? extends BulkLine> lines, Consumer<BulkAnswer> settled) {
        Patience left = patience.get();
        int from = 0;
        while (from < lines.size()) {
            List<? extends BulkLine> rest = lines.subList(from, lines.size());
            BulkAnswer answer = send(path, rest);
            int done = answer.settled(rest.size());
            if (done > 0) {
                left.renew();
            } else if (!left.wait(Duration.ofSeconds(1))) {
                throw new CommandFailedException(Exit.FAILED, "The platform accepts nothing any more.");
            }
            settled.accept(answer.firstOf(done, from));
            from += done;
        }
    }

    private BulkAnswer send(String path, List<? extends BulkLine> lines) {
        HttpRequest request = calls.to(path, BULK_TIMEOUT)
                .header("Content-Type", "application/x-ndjson")
                .POST(BulkBody.of(lines))
                .build();
        return BulkAnswer.read(calls.send(request).body(), lines.size());
    }
}

package dev.counterpoint.infra.cli.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A platform that keeps what it is sent in memory, recognises what it has, and can be told to fail. Its "process" is this one, so it
 * counts as running on any folder that has its description.
 */
public final class RecordingPlatform implements AutoCloseable {
    /** A listener who cannot be registered. */
    public static final String ERASED = "erased";

    /** The title of a card that is rejected. */
    public static final String REFUSED = "Refused by the tests";

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, JsonNode> cards = new ConcurrentSkipListMap<>();
    private final Set<String> listeners = new ConcurrentSkipListSet<>();
    private final Map<String, String> plays = new ConcurrentHashMap<>();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile int unavailable;
    private volatile long playsUntilDeath = Long.MAX_VALUE;
    private volatile int playsSettledAtOnce = Integer.MAX_VALUE;

    public RecordingPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** Describes this platform in a data folder, as a server does when it is ready. */
    public RecordingPlatform runningOn(Path data) {
        try {
            Files.createDirectories(data);
            ObjectNode card = JSON.createObjectNode()
                    .put("pid", ProcessHandle.current().pid())
                    .put("address", "127.0.0.1")
                    .put("port", port())
                    .put("startedAt", startOfThisProcess().toString())
                    .put("version", "of tests");
            Files.writeString(data.resolve("server.json"), card.toString());
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @param address path and query that this is answered at from now on */
    public RecordingPlatform answering(String address, String json) {
        answers.put(address, JSON.readTree(json));
        return this;
    }

    public static Instant startOfThisProcess() {
        return ProcessHandle.current().info().startInstant().orElseThrow();
    }

    /** Answers the next requests with 503. */
    public void unavailableFor(int count) {
        unavailable = count;
    }

    /** Breaks the connection in the middle of a request, once so many plays are there; the lines until then stay recorded. */
    public void dieAfter(long count) {
        playsUntilDeath = count;
    }

    public void live() {
        playsUntilDeath = Long.MAX_VALUE;
    }

    /** Settles at most so many plays of a request, and says so. */
    public void settleAtOnce(int count) {
        playsSettledAtOnce = count;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** By id. */
    public Map<String, JsonNode> cards() {
        return cards;
    }

    public Set<String> listeners() {
        return listeners;
    }

    /** As they came, by {@code listener/interaction}. */
    public Map<String, String> plays() {
        return plays;
    }

    /** When a play was. */
    public Instant at(String play) {
        return Instant.parse(JSON.readTree(Objects.requireNonNull(plays.get(play)))
                .path("at")
                .stringValue(""));
    }

    /** {@code listener/interaction} of all plays that were new, as they came. */
    public List<String> order() {
        return order;
    }

    /** {@code METHOD path} of all requests. */
    public List<String> requests() {
        return requests;
    }

    /** What the requests had as {@code Authorization}. */
    public List<String> keys() {
        return keys;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            List<String> lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (unavailable > 0) {
                unavailable--;
                exchange.getResponseHeaders().add("Retry-After", "3");
                send(exchange, 503, JSON.createObjectNode().put("title", "The platform cannot answer now"));
            } else if (answers.containsKey(exchange.getRequestURI().toString())) {
                send(exchange, 200, answers.get(exchange.getRequestURI().toString()));
            } else if (path.equals("/v1/cards")) {
                send(exchange, 200, cards(lines));
            } else if (path.equals("/v1/interactions")) {
                interactions(exchange, lines);
            } else if (path.equals("/v1/listeners/" + ERASED)) {
                ObjectNode problem = JSON.createObjectNode().put("title", "The listener was erased");
                send(exchange, 410, problem.put("detail", "the id cannot be used again"));
            } else if (path.startsWith("/v1/listeners/")) {
                boolean isNew = listeners.add(path.substring("/v1/listeners/".length()));
                send(exchange, isNew ? 201 : 200, JSON.createObjectNode().put("changed", isNew));
            } else if (path.equals("/actuator/health")) {
                send(exchange, 200, health());
            } else {
                send(exchange, 404, JSON.createObjectNode().put("title", "There is nothing at this address"));
            }
        }
    }

    private ObjectNode cards(List<String> lines) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode rejected = answer.putArray("rejected");
        for (int i = 0; i < lines.size(); i++) {
            JsonNode card = JSON.readTree(lines.get(i));
            if (card.path("title").stringValue("").equals(REFUSED)) {
                rejected.addObject().put("line", i + 1).put("detail", "this title is refused");
            } else {
                cards.put(card.path("cardId").stringValue(""), card);
            }
        }
        return answer.put("accepted", lines.size() - rejected.size());
    }

    private void interactions(HttpExchange exchange, List<String> lines) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode rejected = answer.putArray("rejected");
        int settled = Math.min(lines.size(), playsSettledAtOnce);
        int duplicates = 0;
        for (int i = 0; i < settled; i++) {
            if (plays.size() >= playsUntilDeath) {
                return;
            }
            JsonNode play = JSON.readTree(lines.get(i));
            String id = play.path("listenerId").stringValue("") + "/"
                    + play.path("interactionId").stringValue("");
            String before = plays.get(id);
            if (!cards.containsKey(play.path("cardId").stringValue(""))) {
                rejected.addObject().put("line", i + 1).put("detail", "the card is not known");
            } else if (before == null) {
                plays.put(id, lines.get(i));
                order.add(id);
            } else if (before.equals(lines.get(i))) {
                duplicates++;
            } else {
                rejected.addObject().put("line", i + 1).put("detail", "the id has other content");
            }
        }
        answer.put("accepted", settled - duplicates - rejected.size()).put("duplicates", duplicates);
        send(exchange, 200, answer.put("durableThroughLine", settled));
    }

    private static ObjectNode health() {
        ObjectNode health = JSON.createObjectNode().put("status", "UP");
        ObjectNode components = health.putObject("components");
        components.putObject("cassandra").put("status", "UP");
        components.putObject("kafka").put("status", "DOWN");
        return health;
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** What two platforms must agree on to be the same. */
    public List<String> contents() {
        List<String> contents = new ArrayList<>();
        cards.values().forEach(card -> contents.add(card.toString()));
        contents.addAll(listeners);
        plays.values().stream().sorted().forEach(contents::add);
        return contents;
    }
}

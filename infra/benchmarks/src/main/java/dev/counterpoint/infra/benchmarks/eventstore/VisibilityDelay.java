package dev.counterpoint.infra.benchmarks.eventstore;

import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.platform.HttpClientOfOne;
import dev.counterpoint.infra.benchmarks.platform.Platform;
import dev.counterpoint.infra.benchmarks.store.DataFolderKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** How long it takes from an append of twenty interactions over HTTP until a consumer of the topic has the last of them, at a steady rate. */
@Command(name = "visibility", description = "From committed to visible for consumers, at a steady rate of events.")
public final class VisibilityDelay implements Runnable {
    private static final String CARD = """
            {"kind": "track", "title": "So What", "creators": ["Miles Davis"], "tags": ["jazz", "modal", "trumpet", "cool"],
             "publishedAt": "1959-08-17T00:00:00Z", "explicit": false}""";
    private static final int CREATED = 201;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--rate", paramLabel = "N", description = "Events a second (default: ${DEFAULT-VALUE}).")
    private int rate = 2_000;

    @Option(names = "--append", paramLabel = "N", description = "Events in an append (default: ${DEFAULT-VALUE}).")
    private int append = 20;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds before it counts (default: ${DEFAULT-VALUE}).")
    private int warmUp = 60;

    @Option(names = "--seconds", paramLabel = "N", description = "That count (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--listeners", paramLabel = "N", description = "Taken in turn (default: ${DEFAULT-VALUE}).")
    private int listeners = 2_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger refused = new AtomicInteger();

    @Override
    public void run() {
        ResultFile results = options.results("visibility", "made up: one card, " + listeners + " listeners");
        options.inFreshFolder(folder -> {
            try (Platform platform = Platform.up(options.counterpoint(), folder)) {
                new HttpClientOfOne(platform.url()).put("/v1/cards/so-what", CARD);
                try (Arrivals arrivals = new Arrivals(platform.kafka())) {
                    Pseudonyms pseudonyms = new DataFolderKeys(platform.data()).pseudonyms();
                    send(platform, pseudonyms, warmUp, 0);
                    List<Sent> sent = send(platform, pseudonyms, seconds, warmUp * rate);
                    results.line(
                            "%d appends of %d at %d events/s, %d not answered with 201",
                            sent.size(), append, rate, refused.get());
                    Sent.report(sent, arrivals, results);
                }
            }
        });
    }

    private List<Sent> send(Platform platform, Pseudonyms pseudonyms, int length, int firstEvent) {
        List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
        new SteadyRate((double) rate / append).run(length * rate / append, call -> {
            String listener = "l" + (firstEvent / append + call) % listeners;
            return post(platform.url(), pseudonyms, listener, firstEvent + call * append, sent);
        });
        return List.copyOf(sent);
    }

    private CompletableFuture<?> post(
            URI url, Pseudonyms pseudonyms, String listener, int firstEvent, List<Sent> sent) {
        String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        String body = IntStream.range(firstEvent, firstEvent + append)
                .mapToObj(event -> "{\"interactionId\": \"i" + event
                        + "\", \"type\": \"play\", \"cardId\": \"so-what\", \"at\": \"" + at
                        + "\", \"playedMs\": 31000}")
                .collect(Collectors.joining(",", "[", "]"));
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/v1/listeners/" + listener + "/interactions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long sentAt = System.nanoTime();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenAccept(answer -> {
            long answeredAt = System.nanoTime();
            if (answer.statusCode() != CREATED) {
                refused.incrementAndGet();
                return;
            }
            long last =
                    JsonMapper.shared().readTree(answer.body()).get("sequence").longValue();
            sent.add(new Sent(pseudonyms.of(new ListenerId(listener)).value(), last, sentAt, answeredAt));
        });
    }
}

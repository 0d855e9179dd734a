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

    @Mixin
    private SteadyLoad load = new SteadyLoad();

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger refused = new AtomicInteger();

    @Override
    public void run() {
        ResultFile results = options.results("visibility", "made up: one card, some listeners in turn");
        options.inFreshFolder(folder -> {
            try (Platform platform = Platform.up(options.counterpoint(), folder)) {
                new HttpClientOfOne(platform.url()).put("/v1/cards/so-what", CARD);
                try (Arrivals arrivals = new Arrivals(platform.kafka())) {
                    Pseudonyms pseudonyms = new DataFolderKeys(platform.data()).pseudonyms();
                    send(platform, pseudonyms, 0, load.warmUps());
                    List<Sent> sent = send(platform, pseudonyms, load.warmUps(), load.counted());
                    results.line(
                            "%d appends of %s, %d listeners, %d not answered with 201",
                            sent.size(), load, load.listeners(), refused.get());
                    Sent.report(sent, arrivals, results);
                }
            }
        });
    }

    private List<Sent> send(Platform platform, Pseudonyms pseudonyms, int first, int appends) {
        List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
        load.run(first, appends, number -> {
            String listener = "l" + number % load.listeners();
            return post(platform.url(), pseudonyms, listener, number * load.eventsOfAnAppend(), sent);
        });
        return List.copyOf(sent);
    }

    private CompletableFuture<?> post(
            URI url, Pseudonyms pseudonyms, String listener, int firstEvent, List<Sent> sent) {
        String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        String body = IntStream.range(firstEvent, firstEvent + load.eventsOfAnAppend())
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

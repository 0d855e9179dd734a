package dev.counterpoint.infra.benchmarks.load;

import dev.counterpoint.infra.benchmarks.measure.Percentiles;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.platform.HttpClientOfOne;
import dev.counterpoint.infra.benchmarks.platform.Platform;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * One interaction posted by one client over HTTP, against the conditional batch that the driver alone needs for it: one of each in turn, so
 * that both meet the same machine.
 */
@Command(
        name = "one-interaction",
        description = "One interaction over HTTP against the raw driver's conditional batch.")
public final class OneInteraction implements Runnable {
    private static final String CARD = """
            {"kind": "track", "title": "So What", "creators": ["Miles Davis"], "tags": ["jazz", "modal", "trumpet", "cool"],
             "publishedAt": "1959-08-17T00:00:00Z", "explicit": false}""";
    /** About that of an event with a card of four tags. */
    private static final int PAYLOAD_BYTES = 300;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--warm-up", paramLabel = "N", description = "Pairs before it counts (default: ${DEFAULT-VALUE}).")
    private int warmUp = 3_000;

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs in a block (default: ${DEFAULT-VALUE}).")
    private int pairs = 1_000;

    @Option(names = "--blocks", paramLabel = "N", description = "Blocks (default: ${DEFAULT-VALUE}).")
    private int blocks = 5;

    @Option(names = "--listeners", paramLabel = "N", description = "Taken in turn (default: ${DEFAULT-VALUE}).")
    private int listeners = 16;

    @Override
    public void run() {
        ResultFile results = options.results("one-interaction", "made up: one card, " + listeners + " listeners");
        options.inFreshFolder(folder -> {
            try (Platform platform = Platform.up(options.counterpoint(), folder);
                    RawAppends raw = new RawAppends(platform.cassandra(), PAYLOAD_BYTES)) {
                HttpClientOfOne client = new HttpClientOfOne(platform.url());
                client.put("/v1/cards/so-what", CARD);
                measure(new Turns(client, raw, listeners), results);
            }
        });
    }

    private void measure(Turns turns, ResultFile results) {
        turns.run(warmUp);
        double[] ratios = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            Pair measured = turns.run(pairs);
            ratios[block] = measured.http().ms(50) / measured.raw().ms(50);
            results.line("block %d: HTTP %s", block + 1, measured.http());
            results.line("block %d: raw  %s", block + 1, measured.raw());
            results.line("block %d: ratio of the p50 %.2f", block + 1, ratios[block]);
        }
        Arrays.sort(ratios);
        results.line(
                "ratio of the p50, median of %d blocks: %.2f (from %.2f to %.2f)",
                blocks, ratios[blocks / 2], ratios[0], ratios[blocks - 1]);
    }

    private record Pair(Percentiles http, Percentiles raw) {}

    /** Posts and appends in turn, and goes on with sequences and ids from run to run. */
    private static final class Turns {
        private final HttpClientOfOne client;
        private final RawAppends raw;
        private final int listeners;
        private int next;

        Turns(HttpClientOfOne client, RawAppends raw, int listeners) {
            this.client = client;
            this.raw = raw;
            this.listeners = listeners;
        }

        Pair run(int pairs) {
            long[] http = new long[pairs];
            long[] batches = new long[pairs];
            for (int i = 0; i < pairs; i++, next++) {
                String name = "l" + next % listeners;
                String body =
                        "{\"interactionId\": \"i" + next + "\", \"type\": \"play\", \"cardId\": \"so-what\", \"at\": \""
                                + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\", \"playedMs\": 31000}";
                http[i] = nanosOf(() -> client.post("/v1/listeners/" + name + "/interactions", body));
                batches[i] = nanosOf(() -> raw.append(name, next / listeners));
            }
            return new Pair(new Percentiles(http), new Percentiles(batches));
        }

        private static long nanosOf(Runnable call) {
            long began = System.nanoTime();
            call.run();
            return System.nanoTime() - began;
        }
    }
}

package dev.counterpoint.infra.benchmarks.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Calls that begin at a steady rate, whether those before are answered or not, so that waiting is counted too. */
final class SteadyCalls {
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /**
     * What came of the calls.
     *
     * @param nanos from when a call was due until its answer, of those that were answered 2xx
     * @param refusedNanos likewise, of those that were answered 503
     * @param failed how many were answered in another way, or not at all
     */
    record Outcome(ConcurrentLinkedQueue<Long> nanos, ConcurrentLinkedQueue<Long> refusedNanos, AtomicInteger failed) {
        Outcome() {
            this(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), new AtomicInteger());
        }

        long[] answered() {
            return nanos.stream().mapToLong(Long::longValue).toArray();
        }

        long[] refused() {
            return refusedNanos.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /**
     * Returns when all are answered.
     *
     * @param rate calls a second
     * @param call the request by the number of the call, from 0
     */
    Outcome run(int rate, Duration length, IntFunction<HttpRequest> call) {
        Outcome outcome = new Outcome();
        List<CompletableFuture<?>> underWay = new ArrayList<>();
        long began = System.nanoTime();
        int calls = (int) (rate * length.toSeconds());
        for (int i = 0; i < calls; i++) {
            long due = began + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            underWay.add(send(call.apply(i), due, outcome));
        }
        underWay.forEach(CompletableFuture::join);
        return outcome;
    }

    private CompletableFuture<?> send(HttpRequest request, long due, Outcome outcome) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).handle((answer, failure) -> {
            if (failure != null) {
                outcome.failed.incrementAndGet();
            } else if (answer.statusCode() / 100 == 2) {
                outcome.nanos.add(System.nanoTime() - due);
            } else if (answer.statusCode() == SERVICE_UNAVAILABLE) {
                outcome.refusedNanos.add(System.nanoTime() - due);
            } else {
                outcome.failed.incrementAndGet();
            }
            return null;
        });
    }

    static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
    }

    static HttpRequest post(URI uri, String json) {
        return HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }
}

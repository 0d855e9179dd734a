package dev.counterpoint.infra.benchmarks.eventstore;

import dev.counterpoint.infra.benchmarks.measure.Percentiles;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import java.time.Duration;
import java.util.List;

/**
 * An append that was answered; times by {@link System#nanoTime}.
 *
 * @param lastSequence of its last event
 */
record Sent(String stream, long lastSequence, long sentAt, long answeredAt) {
    private static final Duration ARRIVAL = Duration.ofSeconds(60);

    /** Waits until all have arrived, and says how long that took each. */
    static void report(List<Sent> all, Arrivals arrivals, ResultFile results) {
        long[] sinceSent = new long[all.size()];
        long[] sinceAnswered = new long[all.size()];
        long[] answers = new long[all.size()];
        long deadline = System.nanoTime() + ARRIVAL.toNanos();
        for (int i = 0; i < all.size(); i++) {
            Sent each = all.get(i);
            long arrived = arrivals.await(each.stream, each.lastSequence, deadline);
            sinceSent[i] = arrived - each.sentAt;
            sinceAnswered[i] = Math.max(0, arrived - each.answeredAt);
            answers[i] = each.answeredAt - each.sentAt;
        }
        results.line("from answered to visible: %s", new Percentiles(sinceAnswered));
        results.line("from sent to visible (committed is in between): %s", new Percentiles(sinceSent));
        results.line("from sent to answered: %s", new Percentiles(answers));
    }
}

package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.platform.BulkAnswer;
import java.util.List;

/** Counts and times what is sent of one kind in this run. Not thread-safe. */
final class Account {
    private final Tally before;
    private Tally tally;
    private long nanos;

    /** @param before what earlier runs came to */
    Account(Tally before) {
        this.before = before;
        this.tally = before;
    }

    /** Runs what sends, and counts its time. */
    void timed(Runnable sending) {
        long started = System.nanoTime();
        try {
            sending.run();
        } finally {
            nanos += System.nanoTime() - started;
        }
    }

    void settled(BulkAnswer answer) {
        tally = tally.plus(answer);
    }

    /** @param added how many of them the platform did not know */
    void registered(int added, int listeners) {
        tally = tally.plus(new BulkAnswer(added, listeners - added, List.of(), listeners));
    }

    void broken() {
        tally = tally.plus(new BulkAnswer(0, 0, List.of(new BulkAnswer.Rejected(1, "")), 1));
    }

    Tally tally() {
        return tally;
    }

    Figures figures() {
        return new Figures(tally, tally.settled() - before.settled(), nanos / 1e9);
    }

    /**
     * @param tally over all runs
     * @param sent in this run
     * @param seconds of sending in this run
     */
    record Figures(Tally tally, long sent, double seconds) {
        double perSecond() {
            return sent == 0 ? 0 : sent / Math.max(seconds, 1e-9);
        }
    }
}

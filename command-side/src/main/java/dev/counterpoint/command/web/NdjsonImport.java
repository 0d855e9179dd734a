package dev.counterpoint.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.command.bulk.GroupImport;
import dev.counterpoint.command.bulk.Numbered;
import dev.counterpoint.command.bulk.Rejection;
import dev.counterpoint.command.bulk.Tally;
import dev.counterpoint.command.stream.StreamContendedException;
import dev.counterpoint.command.web.Lines.Line;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in NDJSON of any length in bounded memory: while one group of lines is recorded, the next is read. Lines that do not fit are
 * rejected one by one. Where something fails that may pass, the import ends there and says how far it came; sent again, what was recorded
 * are duplicates. A few imports run at once, others wait. Thread-safe.
 */
public final class NdjsonImport {
    public static final String MEDIA_TYPE = "application/x-ndjson";
    /** More rejected lines than this are not collected: the import stops. */
    static final int MOST_REJECTED = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(NdjsonImport.class);
    private static final int GROUP_LINES = 5_000;
    private static final int GROUP_BYTES = 4 << 20;
    private static final int AT_ONCE = 4;
    private static final int WAIT_SECONDS = 30;

    private final JsonBodies bodies;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public NdjsonImport(JsonBodies bodies) {
        this.bodies = bodies;
    }

    /**
     * What came of an import. Every line that is not blank is accepted, a duplicate, rejected, or after the last durable one.
     *
     * @param accepted how many lines are recorded now and were not before
     * @param duplicates how many were there already
     * @param rejected those that were not taken, by line
     * @param durableThroughLine up to this line, from 1, everything is settled: what is not rejected is durable
     * @param stopped why the import ended before the last line: {@code outcome-unknown}, {@code unavailable}, {@code too-many-rejected},
     *     or {@code body-broken} where the stream broke; null where it came to its end
     */
    public record Answer(
            long accepted,
            long duplicates,
            List<Rejection> rejected,
            long durableThroughLine,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String stopped) {}

    /**
     * Reads a stream to its end, or until it cannot go on.
     *
     * @param type of a line
     * @param item turns what was read of a line into what is recorded
     * @throws RuntimeException why nothing could be recorded at all
     * @throws IOException if the stream breaks before anything was settled
     */
    public <L, T> Answer run(
            InputStream in, Class<L> type, Function<L, T> item, GroupImport<T> recording, String correlationId)
            throws IOException {
        takePlace();
        try {
            return new Run<>(in, type, item, recording, correlationId).toItsEnd();
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new StreamContendedException("too many imports run at once", null);
    }

    /** One import. */
    private final class Run<L, T> {
        private final Lines lines;
        private final Class<L> type;
        private final Function<L, T> item;
        private final GroupImport<T> recording;
        private final String correlationId;
        private final Tally tally = new Tally();
        private CompletableFuture<Void> recorded = CompletableFuture.completedFuture(null);
        /** Of the last line that was handed on, or needs no recording. */
        private long taken;

        private boolean ended;
        private @Nullable IOException broken;

        Run(InputStream in, Class<L> type, Function<L, T> item, GroupImport<T> recording, String correlationId) {
            this.lines = new Lines(in);
            this.type = type;
            this.item = item;
            this.recording = recording;
            this.correlationId = correlationId;
        }

        Answer toItsEnd() throws IOException {
            try {
                while (!ended) {
                    Group<T> group = read();
                    recorded.join();
                    if (stopped() != null) {
                        break;
                    }
                    taken = group.last();
                    group.rejections().forEach(each -> tally.rejected(each.line(), each.detail()));
                    recorded = recording.start(group.lines(), tally, correlationId);
                }
            } finally {
                recorded.join();
            }
            skipRest();
            return answer();
        }

        private void skipRest() {
            try {
                lines.skipRest();
            } catch (IOException broke) {
                LOG.debug("the rest of the body was not read", broke);
            }
        }

        private Answer answer() throws IOException {
            RuntimeException failure = tally.failure();
            long durable = tally.settledThrough(taken);
            boolean nothingSettled = tally.accepted() + tally.duplicates() + tally.rejected() == 0;
            if (failure != null) {
                LOG.warn("import stopped: durableThroughLine={}", durable, failure);
                if (nothingSettled) {
                    throw failure;
                }
            }
            if (broken != null && nothingSettled) {
                throw broken;
            }
            String stopped = stopped();
            return new Answer(
                    tally.accepted(),
                    tally.duplicates(),
                    tally.rejections(),
                    durable,
                    stopped == null && broken != null ? "body-broken" : stopped);
        }

        /** Why no further group may be recorded; null while one may. */
        private @Nullable String stopped() {
            RuntimeException failure = tally.failure();
            if (failure != null) {
                return failure instanceof OutcomeUnknownException ? "outcome-unknown" : "unavailable";
            }
            return tally.rejected() > MOST_REJECTED ? "too-many-rejected" : null;
        }

        private Group<T> read() {
            Group<T> group = new Group<>(new ArrayList<>(), new ArrayList<>(), taken);
            long bytes = 0;
            long last = taken;
            while (group.lines().size() + group.rejections().size() < GROUP_LINES && bytes < GROUP_BYTES) {
                Line line = next();
                if (line == null) {
                    ended = true;
                    break;
                }
                bytes += line.bytes() == null ? 0 : line.bytes().length;
                last = line.number();
                take(line, group);
            }
            return new Group<>(group.lines(), group.rejections(), last);
        }

        private @Nullable Line next() {
            try {
                return lines.next();
            } catch (IOException broke) {
                broken = broke;
                return null;
            }
        }

        private void take(Line line, Group<T> group) {
            if (line.bytes() == null) {
                group.rejections().add(new Rejection(line.number(), "the line is longer than 1 MiB"));
            } else if (!line.isBlank()) {
                try {
                    group.lines().add(new Numbered<>(line.number(), item.apply(bodies.read(line.bytes(), type))));
                } catch (RequestRefusedException refused) {
                    group.rejections().add(new Rejection(line.number(), detail(refused)));
                }
            }
        }
    }

    /** @param last the number of the last line read */
    private record Group<T>(List<Numbered<T>> lines, List<Rejection> rejections, long last) {}

    private static String detail(RequestRefusedException refused) {
        return refused.refusals().stream().limit(5).map(Refusal::detail).collect(Collectors.joining("; "));
    }
}

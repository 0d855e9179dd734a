package dev.counterpoint.contracts.faults;

import dev.counterpoint.contracts.eventstore.Noted;
import dev.counterpoint.contracts.eventstore.NotedCodec;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EnvelopeHash;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a log with what its callers were told: sequences without gaps; each acknowledged append there exactly once, contiguous and in order, at its
 * place; each unknown one whole, once or not at all; each refused one not at all; the head that of the last event; the chain unbroken; nothing appended
 * behind a seal; everything published.
 */
public final class HistoryChecker {
    private static final int ALL = 1_000_000;

    private final EventLog log;
    private final BiPredicate<StreamId, Long> published;
    private final NotedCodec codec = new NotedCodec();

    /**
     * @param log quiet: nothing is written any more
     * @param published whether an event was handed to consumers
     */
    public HistoryChecker(EventLog log, BiPredicate<StreamId, Long> published) {
        this.log = log;
        this.published = published;
    }

    /** What a check found. */
    public record Findings(long lost, long doubled, long gaps, List<String> all) {
        public Findings {
            all = List.copyOf(all);
        }

        public boolean isClean() {
            return all.isEmpty();
        }
    }

    public Findings check(Recorder recorder) {
        Check check = new Check();
        Map<StreamId, List<Operation>> byStream = new TreeMap<>();
        recorder.operations()
                .forEach(each -> byStream.computeIfAbsent(each.stream(), any -> new ArrayList<>())
                        .add(each));
        byStream.forEach((stream, operations) ->
                check.stream(stream, operations, recorder.seals().get(stream)));
        return new Findings(check.lost, check.doubled, check.gaps, check.found);
    }

    private final class Check {
        private final List<String> found = new ArrayList<>();
        private long lost;
        private long doubled;
        private long gaps;

        void stream(StreamId stream, List<Operation> operations, @Nullable Long sealed) {
            List<StoredEvent> events = log.read(stream, 0, ALL);
            Map<String, List<Long>> places = new HashMap<>();
            for (StoredEvent event : events) {
                Noted noted = (Noted) codec.decode(event.event().content());
                places.computeIfAbsent(noted.text(), any -> new ArrayList<>()).add(event.sequence());
            }
            chain(stream, events);
            operations.forEach(each -> operation(each, places));
            if (sealed != null) {
                operations.stream()
                        .filter(each -> each.outcome() == Outcome.ACKNOWLEDGED && each.begun() > sealed)
                        .forEach(each -> found.add(each + " was acknowledged behind the seal"));
            }
        }

        private void chain(StreamId stream, List<StoredEvent> events) {
            Sha256 link = EnvelopeHash.start(stream);
            long next = 0;
            for (StoredEvent event : events) {
                if (event.sequence() != next) {
                    gaps++;
                    found.add(stream + " has sequence " + event.sequence() + " where " + next + " is due");
                    return;
                }
                Sha256 expected =
                        EnvelopeHash.link(stream, next, event.recordedAt(), event.event(), event.payloadHash(), link);
                if (!expected.equals(event.link())) {
                    found.add(stream + " has a broken chain at " + next);
                    return;
                }
                if (!published.test(stream, next)) {
                    found.add(stream + " has event " + next + ", which was never published");
                }
                link = event.link();
                next++;
            }
            if (log.head(stream).sequence() != next - 1) {
                gaps++;
                found.add(stream + " ends at " + (next - 1) + ", and its head is at "
                        + log.head(stream).sequence());
            }
        }

        private void operation(Operation operation, Map<String, List<Long>> places) {
            List<Long> there = new ArrayList<>();
            for (int i = 0; i < operation.events(); i++) {
                List<Long> at = places.getOrDefault(operation.eventOf(i), List.of());
                if (at.size() > 1) {
                    doubled++;
                    found.add(operation + " is there " + at.size() + " times");
                    return;
                }
                there.addAll(at);
            }
            if (operation.outcome() == Outcome.REFUSED && !there.isEmpty()) {
                found.add(operation + " was refused and is there");
            } else if (operation.outcome() == Outcome.ACKNOWLEDGED && there.size() < operation.events()) {
                lost++;
                found.add(operation + " was acknowledged and is not there");
            } else if (!there.isEmpty() && !isWhole(operation, there)) {
                found.add(operation + " is torn: " + there);
            }
        }

        private boolean isWhole(Operation operation, List<Long> there) {
            if (there.size() != operation.events()) {
                return false;
            }
            for (int i = 0; i < there.size(); i++) {
                if (there.get(i) != operation.firstSequence() + i) {
                    return false;
                }
            }
            return true;
        }
    }
}

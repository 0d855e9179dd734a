package dev.counterpoint.query.history;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the streams of listeners. Thread-safe; fails with StoreUnavailableException if the store does not answer. */
public final class ListenerHistory {
    private static final int READ_AT_ONCE = 500;

    private final EventHistory history;

    public ListenerHistory(EventHistory history) {
        this.history = history;
    }

    /** Whose stream it is, by its first event; empty where nothing was recorded. */
    public Optional<ListenerId> listenerOf(StreamId stream) {
        return history.after(stream, -1, 1).stream()
                .filter(first -> first.event() instanceof ListenerRegistered)
                .map(first -> ((ListenerRegistered) first.event()).listenerId())
                .findFirst();
    }

    /** Events after a sequence, oldest first. */
    public List<RecordedEvent> after(StreamId stream, long sequence, int limit) {
        return history.after(stream, sequence, limit);
    }

    /** What a listener did that is credited to a decision, oldest first. */
    public List<RecordedEvent> creditedTo(DecisionId decision, StreamId stream, long afterSequence) {
        List<RecordedEvent> credited = new ArrayList<>();
        long last = afterSequence;
        List<RecordedEvent> read;
        do {
            read = history.after(stream, last, READ_AT_ONCE);
            for (RecordedEvent event : read) {
                if (isCreditedTo(decision, event)) {
                    credited.add(event);
                }
                last = event.sequence();
            }
        } while (read.size() == READ_AT_ONCE);
        return credited;
    }

    private static boolean isCreditedTo(DecisionId decision, RecordedEvent recorded) {
        if (!(recorded.event() instanceof InteractionRecorded interaction)) {
            return false;
        }
        Attribution attribution = interaction.attribution();
        return attribution != null && attribution.decisionId().equals(decision);
    }
}

package dev.counterpoint.command.listener;

import dev.counterpoint.domain.refusal.Refusal;
import java.util.List;
import java.util.Map;

/** What came of recording interactions. */
public sealed interface RecordingAnswer {

    /**
     * All stand in history.
     *
     * @param sequence of the last event in the stream
     * @param recorded how many are new
     * @param duplicates how many were there before, or more than once in the request
     */
    record Recorded(long sequence, int recorded, int duplicates) implements RecordingAnswer {}

    /**
     * Nothing was recorded.
     *
     * @param refusals at least one: all that speaks against the request
     * @param contradicting of these the ones that the listener's history raised, by the position of the candidate, from 0
     */
    record Refused(List<Refusal> refusals, Map<Integer, Refusal> contradicting) implements RecordingAnswer {
        public Refused {
            refusals = List.copyOf(refusals);
            contradicting = Map.copyOf(contradicting);
        }
    }
}

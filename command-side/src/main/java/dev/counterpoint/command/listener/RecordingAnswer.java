package dev.counterpoint.command.listener;

import dev.counterpoint.domain.refusal.Refusal;
import java.util.List;

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
     * @param refusals at least one
     */
    record Refused(List<Refusal> refusals) implements RecordingAnswer {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}

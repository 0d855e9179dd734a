package dev.counterpoint.command.listener;

import dev.counterpoint.command.stream.Fingerprint;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Sorts the interactions of one request into new ones, repeated ones, and ones that contradict what their id already names. */
final class Screening {
    private final RecentInteractions recent;
    private final Map<InteractionId, Long> inThisRequest = new HashMap<>();
    private final List<InteractionRecorded> fresh = new ArrayList<>();
    private final Map<Integer, Refusal> contradicting = new TreeMap<>();
    private int duplicates;

    Screening(RecentInteractions recent) {
        this.recent = recent;
    }

    Screening screen(List<Candidate> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            screen(i, candidates.get(i));
        }
        return this;
    }

    /** In the order of the request. */
    List<InteractionRecorded> fresh() {
        return fresh;
    }

    int duplicates() {
        return duplicates;
    }

    /** Why the request cannot be recorded, by the position of the candidate concerned, in ascending order. */
    Map<Integer, Refusal> contradicting() {
        return contradicting;
    }

    private void screen(int position, Candidate candidate) {
        InteractionId id = candidate.event().interactionId();
        OptionalLong recorded = recordedContent(id);
        if (recorded.isEmpty()) {
            fresh.add(candidate.event());
            inThisRequest.put(id, InteractionContent.of(candidate.event()));
        } else if (InteractionContent.matches(candidate, recorded.getAsLong())) {
            duplicates++;
        } else {
            contradicting.put(
                    position,
                    new Refusal(
                            Reason.INTERACTION_CHANGED,
                            "interaction " + id
                                    + " was recorded with other content; an id names one interaction for ever",
                            candidate.pointer() + "/interactionId"));
        }
    }

    private OptionalLong recordedContent(InteractionId id) {
        Long earlier = inThisRequest.get(id);
        return earlier == null ? recent.contentOf(Fingerprint.of(id.value())) : OptionalLong.of(earlier);
    }
}

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

/** Sorts the interactions of one request into new ones, repeated ones, and ones that contradict what their id already names. */
final class Screening {
    private final RecentInteractions recent;
    private final Map<InteractionId, Long> inThisRequest = new HashMap<>();
    private final List<InteractionRecorded> fresh = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int duplicates;

    Screening(RecentInteractions recent) {
        this.recent = recent;
    }

    Screening screen(List<Candidate> candidates) {
        candidates.forEach(this::screen);
        return this;
    }

    /** In the order of the request. */
    List<InteractionRecorded> fresh() {
        return fresh;
    }

    int duplicates() {
        return duplicates;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** These after those that were found before. */
    List<Refusal> refusalsWith(List<Refusal> before) {
        List<Refusal> all = new ArrayList<>(before);
        all.addAll(refusals);
        return all;
    }

    private void screen(Candidate candidate) {
        InteractionId id = candidate.event().interactionId();
        OptionalLong recorded = recordedContent(id);
        if (recorded.isEmpty()) {
            fresh.add(candidate.event());
            inThisRequest.put(id, InteractionContent.of(candidate.event()));
        } else if (InteractionContent.matches(candidate, recorded.getAsLong())) {
            duplicates++;
        } else {
            refusals.add(new Refusal(
                    Reason.INTERACTION_CHANGED,
                    "interaction " + id + " was recorded with other content; an id names one interaction for ever",
                    candidate.pointer() + "/interactionId"));
        }
    }

    private OptionalLong recordedContent(InteractionId id) {
        Long earlier = inThisRequest.get(id);
        return earlier == null ? recent.contentOf(Fingerprint.of(id.value())) : OptionalLong.of(earlier);
    }
}

package dev.counterpoint.query.home;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.source.Situation;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.decision.DecisionNotLoggedException;
import dev.counterpoint.query.decision.RequestKey;
import dev.counterpoint.query.load.OverloadedException;
import org.jspecify.annotations.Nullable;

/** Serves home pages: what sources propose, decided from the newest versions that this process holds. Thread-safe. */
public final class HomePages {
    private final Circumstances circumstances;
    private final Decisions decisions;
    private final DurableAnswers answers;
    private final SourcesInTime sources;

    public HomePages(Circumstances circumstances, SourcesInTime sources, Decisions decisions, DurableAnswers answers) {
        this.circumstances = circumstances;
        this.sources = sources;
        this.decisions = decisions;
        this.answers = answers;
    }

    /**
     * @throws OverloadedException if too many pages are in progress
     * @throws RequestRefusedException if the request id was used with other parameters
     * @throws DecisionNotLoggedException if the page could not be made durable in time
     */
    public ServedDecision serve(StreamId listener, PageRequest request) {
        return answers.of(listener, keyOf(request), () -> decide(listener, request));
    }

    private static @Nullable RequestKey keyOf(PageRequest request) {
        return request.named()
                .map(id -> new RequestKey(
                        id,
                        "home surface=" + request.surface() + " rows="
                                + request.grid().rows() + " columns="
                                + request.grid().columns() + " utcOffsetMinutes=" + request.utcOffsetMinutes()))
                .orElse(null);
    }

    private DecisionRecord decide(StreamId listener, PageRequest request) {
        Circumstances.Now now = circumstances.of(listener);
        SourcesInTime.Proposed proposed = sources.propose(
                new Situation(now.known().profile().at(now.at()), now.ranked()),
                now.chosen().isPersonal());
        return decisions.decide(now, request, now.chosen().treatment(), proposed.shelves(), proposed.late());
    }
}

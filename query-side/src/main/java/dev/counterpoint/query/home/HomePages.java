package dev.counterpoint.query.home;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Calibration;
import dev.counterpoint.domain.home.source.Blocking;
import dev.counterpoint.domain.home.source.Situation;
import dev.counterpoint.domain.profile.ProfileView;
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
    private final Composition composition;

    public HomePages(
            Circumstances circumstances,
            SourcesInTime sources,
            Composition composition,
            Decisions decisions,
            DurableAnswers answers) {
        this.circumstances = circumstances;
        this.sources = sources;
        this.composition = composition;
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
        ProfileView view = now.known().profile().at(now.at());
        Situation situation = new Situation(view, now.ranked(), request.utcOffsetMinutes());
        SourcesInTime.InTime inTime = sources.propose(situation, now.chosen().isPersonal());
        return decisions.decide(
                now,
                request,
                now.chosen().treatment(),
                new Proposed(
                        inTime.shelves(),
                        Blocking.of(inTime.shelves(), situation, now.audience(), composition.rest()),
                        inTime.late(),
                        composition.calibration() ? Calibration.of(view).orElse(null) : null));
    }
}

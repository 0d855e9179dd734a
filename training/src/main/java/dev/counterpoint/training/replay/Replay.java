package dev.counterpoint.training.replay;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.training.replay.ServedDecisions.Served;
import dev.counterpoint.training.row.PageOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives every page of a window again, with what was known when it was decided: the profile is folded anew, versions are those that the
 * decision cites. Pages that nobody looked at, and those outside the arms, are left out. Thread-safe.
 */
public final class Replay {
    private final ListenerStreams streams;
    private final ServedDecisions decisions;
    private final PastVersions versions;

    public Replay(ListenerStreams streams, ServedDecisions decisions, PastVersions versions) {
        this.streams = streams;
        this.decisions = decisions;
        this.versions = versions;
    }

    public int parts() {
        return streams.parts();
    }

    /**
     * Replays one part, always in the same order; the pages of a listener in the order that they were served in.
     *
     * @return how many events were walked over
     */
    public long part(int part, Window window, Consumer<? super ReplayedPage> sink) {
        long[] events = {0};
        streams.walk(part, (stream, all) -> {
            events[0] += all.size();
            replay(stream, all, window, sink);
        });
        return events[0];
    }

    /** Pages after the window take the credit of what was done on them, so that none of it falls to a page before them. */
    private void replay(
            StreamId stream, List<RecordedEvent> events, Window window, Consumer<? super ReplayedPage> sink) {
        List<Served> served = decisions.of(stream, window.from(), window.to().plus(Window.CREDIT));
        if (served.isEmpty()) {
            return;
        }
        Credits credits = Credits.of(served, events);
        List<Served> inOrder = served.stream()
                .filter(page -> window.includes(page.decision().servedAt()))
                .filter(page -> page.decision().treatment().arm() != null)
                .sorted(Comparator.comparingLong(
                        page -> page.decision().versions().profileSequence()))
                .toList();
        Profile profile = Profile.empty();
        int next = 0;
        for (Served page : inOrder) {
            while (next < events.size()
                    && events.get(next).sequence() <= page.decision().versions().profileSequence()) {
                profile = profile.apply(events.get(next++));
            }
            Optional<PageOutcome> outcome = credits.of(page.id()).filter(PageOutcome::isSeen);
            if (outcome.isPresent()) {
                sink.accept(replayed(page, profile, outcome.get()));
            }
        }
    }

    private ReplayedPage replayed(Served page, Profile profile, PageOutcome outcome) {
        DecisionRecord decision = page.decision();
        if (profile.sequence() != decision.versions().profileSequence()) {
            throw new IllegalStateException("a page of " + decision.listener() + " cites event "
                    + decision.versions().profileSequence() + ", but its stream ends at " + profile.sequence());
        }
        Knowledge known = new Knowledge(
                profile,
                versions.catalog(decision.versions().catalog()),
                versions.statistics(decision.versions().statistics()),
                versions.embeddings(decision.versions().embeddings()));
        return new ReplayedPage(page.id(), decision, known, outcome);
    }
}

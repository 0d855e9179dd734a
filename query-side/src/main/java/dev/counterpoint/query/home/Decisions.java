package dev.counterpoint.query.home;

import dev.counterpoint.domain.decision.Asked;
import dev.counterpoint.domain.decision.Deciding;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.decision.Treatment;
import dev.counterpoint.domain.time.PlatformClock;

/** Decides what was asked in its circumstances, with chance of its own, and adds up what was spent on trying things out. Thread-safe. */
public final class Decisions {
    private final Seeds seeds;
    private final PlatformClock clock;
    private final String code;
    private final ExplorationSpent spent = new ExplorationSpent();

    /** @param code version of the program, for the record */
    public Decisions(Seeds seeds, PlatformClock clock, String code) {
        this.seeds = seeds;
        this.clock = clock;
        this.code = code;
    }

    /** What the decisions of this process spent on trying things out. */
    public ExplorationSpent spent() {
        return spent;
    }

    DecisionRecord decide(Circumstances.Now now, PageRequest request, Treatment treatment, Proposed proposed) {
        Asked asked = new Asked(
                now.listener(),
                now.at(),
                request,
                treatment,
                seeds.next(),
                proposed.shelves(),
                proposed.blocked(),
                proposed.late(),
                proposed.calibration());
        DecisionRecord decision = new Deciding(now.chosen().scorer(), code, clock.name()).decide(now.known(), asked);
        spent.add(now.known().profile().settings().tier(), decision.page());
        return decision;
    }
}

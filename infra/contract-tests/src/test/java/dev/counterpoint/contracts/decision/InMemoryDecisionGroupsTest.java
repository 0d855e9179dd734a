package dev.counterpoint.contracts.decision;

import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.InMemoryDecisionGroups;
import java.time.Instant;

class InMemoryDecisionGroupsTest extends DecisionGroupsContract {

    @Override
    protected DecisionGroups groups() {
        return new InMemoryDecisionGroups(new PlatformClock() {
            @Override
            public Instant now() {
                return Instant.parse("2026-03-02T08:00:00Z");
            }

            @Override
            public String name() {
                return "simulated";
            }
        });
    }
}

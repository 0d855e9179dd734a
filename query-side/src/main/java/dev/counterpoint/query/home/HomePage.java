package dev.counterpoint.query.home;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.query.decision.LoggedDecision;

/** A page that may be answered: its decision, and where it is logged. */
public record HomePage(LoggedDecision logged, DecisionRecord decision) {}

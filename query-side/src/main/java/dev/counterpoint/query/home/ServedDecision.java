package dev.counterpoint.query.home;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.query.decision.LoggedDecision;

/** A decision that may be answered: what it is, and where it is logged. */
public record ServedDecision(LoggedDecision logged, DecisionRecord decision) {}

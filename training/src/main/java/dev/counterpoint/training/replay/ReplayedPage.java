package dev.counterpoint.training.replay;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.training.row.PageOutcome;

/**
 * A page as it was served, what was known then, and what came of it.
 *
 * @param known rebuilt from history, as the decision cites it
 */
public record ReplayedPage(DecisionId id, DecisionRecord decision, Knowledge known, PageOutcome outcome) {}

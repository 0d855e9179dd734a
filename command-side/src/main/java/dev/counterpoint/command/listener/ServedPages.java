package dev.counterpoint.command.listener;

import dev.counterpoint.domain.decision.DecisionId;
import java.util.Optional;

/** The pages that were served, for crediting interactions to their slots. Thread-safe. A page that was answered is found. */
public interface ServedPages {

    /** Empty if no such page was ever served, a forged id included. */
    Optional<ServedPage> find(DecisionId decisionId);
}

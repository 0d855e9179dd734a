package dev.counterpoint.training.run;

import dev.counterpoint.training.evaluation.Comparison;
import java.util.Optional;

/** Keeps what runs found of their policies. Thread-safe. */
public interface Comparisons {

    /** Keeps it, in place of one that was kept for the run before. */
    void put(String runId, Comparison comparison);

    /** Empty where the run never came so far. */
    Optional<Comparison> find(String runId);
}

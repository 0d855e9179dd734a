package dev.counterpoint.infra.cli.evaluation;

import java.util.Locale;

/** The two policies of the Open Bandit Dataset. */
enum Policy {
    /** Every item alike. */
    RANDOM,
    /** Bernoulli Thompson sampling; its probabilities lie beside the log. */
    BTS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

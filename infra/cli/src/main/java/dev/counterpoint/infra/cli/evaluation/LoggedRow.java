package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.training.offpolicy.WeighedAction;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log, weighed.
 *
 * @param cluster whose it is; null where the line does not say
 * @param propensity of what was done
 * @param unsupported how much of the other policy's probability lies on what is never logged there; NaN where the line does not tell
 * @param hasModel whether it has predictions
 */
record LoggedRow(
        @Nullable String cluster, double propensity, WeighedAction action, double unsupported, boolean hasModel) {}

package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.training.offpolicy.ActionEstimators;
import dev.counterpoint.training.offpolicy.Bounds;
import dev.counterpoint.training.offpolicy.LogEvaluation.Asked;
import dev.counterpoint.training.offpolicy.OffPolicyEstimator;
import dev.counterpoint.training.offpolicy.WeighedAction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An estimator as the command line names it: {@code SNIPS}, or {@code CIPS:10} with a λ. Upper and lower case are the same.
 *
 * @param needsModel whether it says anything only with a model's predictions
 */
record Estimators(OffPolicyEstimator<WeighedAction> estimator, boolean needsModel) {
    static final List<String> WITHOUT_MODEL = List.of("IPS", "SNIPS", "SNIPS-gain", "CIPS:10");
    static final List<String> WITH_MODEL =
            List.of("IPS", "SNIPS", "SNIPS-gain", "DM", "DR", "SNDR", "CIPS:10", "Switch-DR:10", "DRos:100");
    private static final Set<String> OF_A_MODEL = Set.of("dm", "dr", "sndr", "switch-dr", "dros", "sg-dr");

    static Estimators of(String name) {
        String[] parts = name.strip().toLowerCase(Locale.ROOT).split(":", 2);
        try {
            return new Estimators(
                    parts.length == 1 ? plain(parts[0]) : tuned(parts[0], Double.parseDouble(parts[1])),
                    OF_A_MODEL.contains(parts[0]));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailedException(
                    Exit.USAGE,
                    "There is no estimator \"" + name
                            + "\": IPS, SNIPS, SNIPS-gain, DM, DR and SNDR are there, and with a λ"
                            + " CIPS:10 (above 0), Switch-DR:10, DRos:100 (0 or more), SG-IPS:0.1, SG-DR:0.1 (0 to 1).");
        }
    }

    private static OffPolicyEstimator<WeighedAction> plain(String name) {
        return switch (name) {
            case "ips" -> ActionEstimators.ips();
            case "snips" -> ActionEstimators.snips();
            case "snips-gain" -> ActionEstimators.selfNormalisedGain();
            case "dm" -> ActionEstimators.direct();
            case "dr" -> ActionEstimators.doublyRobust();
            case "sndr" -> ActionEstimators.selfNormalisedDoublyRobust();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static OffPolicyEstimator<WeighedAction> tuned(String name, double lambda) {
        return switch (name) {
            case "cips" -> ActionEstimators.clippedIps(lambda);
            case "switch-dr" -> ActionEstimators.switchDoublyRobust(lambda);
            case "dros" -> ActionEstimators.shrunkDoublyRobust(lambda);
            case "sg-ips" -> ActionEstimators.subGaussianIps(lambda);
            case "sg-dr" -> ActionEstimators.subGaussianDoublyRobust(lambda);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /**
     * @param rewards that there are, where they are stated
     * @param largestWeight that there is, infinite where none is stated
     * @param isModelForeign whether the model knows nothing of this log, so that rows stay independent
     */
    Asked asked(@Nullable Bounds rewards, double largestWeight, boolean isModelForeign) {
        String name = estimator.reading().name();
        if (rewards == null || largestWeight == Double.POSITIVE_INFINITY) {
            return Asked.of(estimator);
        }
        if (name.equals("IPS")) {
            return new Asked(estimator, Bounds.ofInversePropensity(rewards, largestWeight));
        }
        return name.equals("DR") && isModelForeign
                ? new Asked(estimator, Bounds.ofDoublyRobust(rewards, largestWeight))
                : Asked.of(estimator);
    }
}

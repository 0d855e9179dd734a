package dev.counterpoint.training.run;

import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.ExploringPolicy;
import dev.counterpoint.domain.model.ModelArtifacts;
import dev.counterpoint.domain.model.Scorers;
import dev.counterpoint.training.fit.Estimator;
import dev.counterpoint.training.replay.Replay;
import java.util.List;

/**
 * What trainings work with.
 *
 * @param blocks rows of what is not over
 * @param files rows for other programs
 * @param estimators by their words
 * @param set of features that models are fitted for
 * @param arms shares of the small arms among listeners
 * @param drawing how pages would be drawn that a model orders
 * @param code version of the program, for the record
 * @param threads that replay
 */
public record Learning(
        Replay replay,
        RowBlocks blocks,
        Comparisons comparisons,
        TrainingRowFiles files,
        List<Estimator> estimators,
        Scorers scorers,
        ModelArtifacts artifacts,
        RegistryCommands registry,
        FeatureSet set,
        ExploringPolicy drawing,
        Arm.Shares arms,
        String code,
        int threads) {
    public Learning {
        estimators = List.copyOf(estimators);
    }

    /** @throws IllegalArgumentException if nothing has this word */
    public Estimator estimator(String name) {
        return estimators.stream()
                .filter(estimator -> estimator.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no estimator is called " + name));
    }
}

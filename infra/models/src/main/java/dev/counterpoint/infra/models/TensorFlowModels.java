package dev.counterpoint.infra.models;

import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.model.Scorers;
import dev.counterpoint.training.embedding.EmbeddingEstimator;
import dev.counterpoint.training.fit.Estimator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What TensorFlow can do for us: fit, and score what was fitted, unless a plain loop is faster. Loads its libraries on first use, which takes seconds. Thread-safe. */
public final class TensorFlowModels implements Scorers {
    private final Map<String, FeatureSet> sets;
    private final Map<NetworkShape, ScoringSession> sessions = new ConcurrentHashMap<>();

    /** @param sets that models may have been fitted for */
    public TensorFlowModels(List<FeatureSet> sets) {
        this.sets = sets.stream().collect(Collectors.toMap(FeatureSet::name, Function.identity()));
    }

    /** {@code logistic}, {@code logistic-plain} without crosses, and {@code deep}. */
    public static List<Estimator> estimators() {
        return Recipe.ALL.stream().<Estimator>map(NetworkEstimator::new).toList();
    }

    /** {@code matrix-factorization}. */
    public static EmbeddingEstimator embeddingEstimator() {
        return new MatrixFactorization(FactorizationRecipe.STANDARD);
    }

    @Override
    public Scorer of(ModelArtifact artifact) {
        Network network = NetworkBytes.decode(artifact.bytes());
        FeatureSet set = sets.get(network.featureSet());
        if (set == null || set.size() != network.means().length) {
            throw new UnreadableBytesException(
                    "nobody here knows features " + network.featureSet() + " of " + network.means().length);
        }
        return NetworkBytes.isScoredByLoop(artifact.bytes(), network)
                ? new LogisticScorer(artifact.modelId(), set, network)
                : new NetworkScorer(
                        artifact.modelId(),
                        set,
                        sessions.computeIfAbsent(network.shape(), ScoringSession::new),
                        network);
    }
}

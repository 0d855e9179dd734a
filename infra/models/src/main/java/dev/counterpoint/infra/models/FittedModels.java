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
import java.util.stream.Stream;

/**
 * What can be fitted here, and what scores with it: TensorFlow, XGBoost, or a plain loop where that is faster. The first byte of a model
 * says which. Libraries are loaded on first use, which takes seconds. Thread-safe.
 */
public final class FittedModels implements Scorers {
    private final Map<String, FeatureSet> sets;
    private final Map<NetworkShape, ScoringSession> sessions = new ConcurrentHashMap<>();

    /** @param sets that models may have been fitted for */
    public FittedModels(List<FeatureSet> sets) {
        this.sets = sets.stream().collect(Collectors.toMap(FeatureSet::name, Function.identity()));
    }

    /** {@code logistic}, {@code logistic-plain} without crosses, {@code deep}, {@code factorization}, {@code trees}. */
    public static List<Estimator> estimators() {
        return Stream.concat(
                        Recipe.ALL.stream().map(NetworkEstimator::new),
                        Stream.<Estimator>of(new TreesEstimator(TreesRecipe.STANDARD)))
                .toList();
    }

    /** {@code matrix-factorization}. */
    public static EmbeddingEstimator embeddingEstimator() {
        return new MatrixFactorization(FactorizationRecipe.STANDARD);
    }

    @Override
    public Scorer of(ModelArtifact artifact) {
        ModelForm form = ModelForm.of(artifact.bytes());
        return form == ModelForm.TREES ? ofTrees(artifact) : ofNetwork(artifact, form);
    }

    private Scorer ofTrees(ModelArtifact artifact) {
        Trees trees = TreesBytes.decode(artifact.bytes());
        return new TreesScorer(artifact.modelId(), setOf(trees.featureSet(), trees.features()), trees);
    }

    private Scorer ofNetwork(ModelArtifact artifact, ModelForm form) {
        Network network = NetworkBytes.decode(artifact.bytes());
        FeatureSet set = setOf(network.featureSet(), network.means().length);
        return form == ModelForm.NETWORK && network.layers().size() == 1
                ? new LogisticScorer(artifact.modelId(), set, network)
                : new NetworkScorer(
                        artifact.modelId(),
                        set,
                        sessions.computeIfAbsent(network.shape(), ScoringSession::new),
                        network);
    }

    private FeatureSet setOf(String name, int features) {
        FeatureSet set = sets.get(name);
        if (set == null || set.size() != features) {
            throw new UnreadableBytesException("nobody here knows features " + name + " of " + features);
        }
        return set;
    }
}

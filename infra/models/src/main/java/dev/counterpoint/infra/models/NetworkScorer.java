package dev.counterpoint.infra.models;

import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.model.Scorer;
import java.util.List;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Scores all pairs of a page in one call. Its tensors live as long as it can be reached. */
final class NetworkScorer implements Scorer {
    private final String modelId;
    private final FeatureSet set;
    private final ScoringSession session;
    private final List<Tensor> network;

    NetworkScorer(String modelId, FeatureSet set, ScoringSession session, Network network) {
        this.modelId = modelId;
        this.set = set;
        this.session = session;
        this.network = ScoringSession.parametersOf(network);
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public FeatureSet featureSet() {
        return set;
    }

    @Override
    public float[] score(FeatureMatrix matrix) {
        matrix.requireOf(set, modelId);
        if (matrix.rows() == 0) {
            return new float[0];
        }
        float[] values = new float[matrix.rows() * matrix.columns()];
        matrix.values().get(values);
        try (TFloat32 features =
                TFloat32.tensorOf(Shape.of(matrix.rows(), matrix.columns()), DataBuffers.of(values, true, false))) {
            return session.score(features, network);
        }
    }
}

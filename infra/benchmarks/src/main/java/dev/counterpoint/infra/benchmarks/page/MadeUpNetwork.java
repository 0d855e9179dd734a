package dev.counterpoint.infra.benchmarks.page;

import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureScope;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.infra.models.FittedModels;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A network with the inputs of the served ones and made-up numbers, scored by TensorFlow, or by a plain loop in one thread. */
final class MadeUpNetwork {
    private static final float OUTLIER = 3;
    private static final float CROSSED = 0.3f;
    private static final Set<FeatureScope> ITEM = EnumSet.of(FeatureScope.CARD, FeatureScope.PAIR);

    private final FeatureSet set;
    private final int[] left;
    private final int[] right;
    private final int[] widths;
    private final float[][] weights;
    private final float[][] biases;

    /** Logistic regression, with all features of the request times all of the card and the pair. */
    static MadeUpNetwork logistic(FeatureSet set) {
        int[] request = columns(set, EnumSet.of(FeatureScope.CONTEXT));
        int[] item = columns(set, ITEM);
        int crosses = request.length * item.length;
        return new MadeUpNetwork(
                set,
                IntStream.range(0, crosses).map(i -> request[i / item.length]).toArray(),
                IntStream.range(0, crosses).map(i -> item[i % item.length]).toArray());
    }

    /** @param hidden outputs of the hidden layers */
    static MadeUpNetwork deep(FeatureSet set, int... hidden) {
        return new MadeUpNetwork(set, new int[0], new int[0], hidden);
    }

    private MadeUpNetwork(FeatureSet set, int[] left, int[] right, int... hidden) {
        SeededRandom chance = new SeededRandom(5);
        this.set = set;
        this.left = left;
        this.right = right;
        this.widths = new int[hidden.length + 2];
        widths[0] = set.size() + left.length;
        System.arraycopy(hidden, 0, widths, 1, hidden.length);
        widths[widths.length - 1] = 1;
        this.weights = new float[widths.length - 1][];
        this.biases = new float[widths.length - 1][];
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer] = numbers(chance, widths[layer] * widths[layer + 1]);
            biases[layer] = numbers(chance, widths[layer + 1]);
        }
    }

    /** As the platform serves it. */
    Scorer asServed() {
        return written(2);
    }

    Scorer onTensorFlow() {
        return written(1);
    }

    /** @param version of the stored form: of the first, all are scored by TensorFlow */
    private Scorer written(int version) {
        CanonicalWriter out = new CanonicalWriter();
        out.writeByte(version);
        out.writeWord(set.name());
        write(out, new float[set.size()]);
        write(out, ones());
        write(out, left);
        write(out, right);
        out.writeNumber(weights.length);
        for (int layer = 0; layer < weights.length; layer++) {
            write(out, weights[layer]);
            write(out, biases[layer]);
        }
        return new FittedModels(List.of(set)).of(new ModelArtifact("made-up", out.toBytes()));
    }

    /** float[rows], the same scores up to rounding. */
    float[] byPlainLoop(FeatureMatrix matrix) {
        float[] scores = new float[matrix.rows()];
        float[][] values = new float[widths.length][];
        for (int layer = 0; layer < widths.length; layer++) {
            values[layer] = new float[widths[layer]];
        }
        FloatBuffer rows = matrix.values();
        for (int row = 0; row < scores.length; row++) {
            rows.get(values[0], 0, set.size());
            clip(values[0]);
            cross(values[0]);
            for (int layer = 0; layer < weights.length; layer++) {
                forward(values[layer], values[layer + 1], layer);
            }
            scores[row] = (float) (1 / (1 + Math.exp(-values[widths.length - 1][0])));
        }
        return scores;
    }

    private void forward(float[] inputs, float[] outputs, int layer) {
        float[] matrix = weights[layer];
        System.arraycopy(biases[layer], 0, outputs, 0, outputs.length);
        for (int input = 0; input < inputs.length; input++) {
            float value = inputs[input];
            int offset = input * outputs.length;
            for (int output = 0; output < outputs.length; output++) {
                outputs[output] += value * matrix[offset + output];
            }
        }
        boolean isHidden = layer < weights.length - 1;
        for (int output = 0; output < outputs.length && isHidden; output++) {
            outputs[output] = Math.max(0, outputs[output]);
        }
    }

    private void clip(float[] values) {
        for (int i = 0; i < set.size(); i++) {
            values[i] = Math.max(-OUTLIER, Math.min(OUTLIER, values[i]));
        }
    }

    private void cross(float[] inputs) {
        for (int i = 0; i < left.length; i++) {
            inputs[set.size() + i] = CROSSED * (inputs[left[i]] * inputs[right[i]]);
        }
    }

    private static int[] columns(FeatureSet set, Set<FeatureScope> scopes) {
        return IntStream.range(0, set.size())
                .filter(column ->
                        scopes.contains(set.features().get(column).description().scope()))
                .toArray();
    }

    private static void write(CanonicalWriter out, int[] values) {
        out.writeNumber(values.length);
        for (int value : values) {
            out.writeNumber(value);
        }
    }

    private float[] ones() {
        float[] ones = new float[set.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static float[] numbers(SeededRandom chance, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (0.2 * (chance.nextDouble() - 0.5));
        }
        return numbers;
    }

    private static void write(CanonicalWriter out, float[] values) {
        out.writeNumber(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }
}

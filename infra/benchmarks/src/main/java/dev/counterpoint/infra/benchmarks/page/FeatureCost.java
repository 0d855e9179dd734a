package dev.counterpoint.infra.benchmarks.page;

import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.Scorer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the features and scores of 10,000 (shelf, card) pairs cost on one core: features alone, with logistic regression and with a network of
 * 64 and 64, each scored by a plain loop in Java and by TensorFlow; pages of 16 made-up listeners in turn.
 *
 * <p>Run with {@code java -cp "infra/benchmarks/target/benchmarks-0.1.0-SNAPSHOT.jar:infra/benchmarks/target/lib/*" org.openjdk.jmh.Main
 * FeatureCost}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class FeatureCost {
    private final ManyPairs world = new ManyPairs();
    private final Scorer baseline = Baselines.linear();
    private final MadeUpNetwork logistic = MadeUpNetwork.logistic(HomeFeatures.HOME_2);
    private final MadeUpNetwork deep = MadeUpNetwork.deep(HomeFeatures.HOME_2, 64, 64);
    private final Scorer logisticAsServed = logistic.asServed();
    private final Scorer logisticOnTensorFlow = logistic.onTensorFlow();
    private final Scorer deepOnTensorFlow = deep.onTensorFlow();
    private final FeatureMatrix matrix = matrixOf(world.page(0));
    private int next;

    @Setup
    public void requireTheSameScores() {
        requireTheSame(logistic.byPlainLoop(matrix), logisticOnTensorFlow.score(matrix));
        requireTheSame(logisticAsServed.score(matrix), logisticOnTensorFlow.score(matrix));
        requireTheSame(deep.byPlainLoop(matrix), deepOnTensorFlow.score(matrix));
    }

    @Benchmark
    public FeatureMatrix features() {
        return matrixOf(world.page(next++));
    }

    @Benchmark
    public FeatureMatrix featuresOfHome1() {
        return FeatureMatrix.of(HomeFeatures.HOME_1, world.page(next++));
    }

    @Benchmark
    public float[] featuresAndBaseline() {
        return baseline.score(matrixOf(world.page(next++)));
    }

    @Benchmark
    public float[] featuresAndLogisticAsServed() {
        return logisticAsServed.score(matrixOf(world.page(next++)));
    }

    @Benchmark
    public float[] featuresAndLogisticByLoop() {
        return logistic.byPlainLoop(matrixOf(world.page(next++)));
    }

    @Benchmark
    public float[] featuresAndLogisticOnTensorFlow() {
        return logisticOnTensorFlow.score(matrixOf(world.page(next++)));
    }

    @Benchmark
    public float[] featuresAndDeepByLoop() {
        return deep.byPlainLoop(matrixOf(world.page(next++)));
    }

    @Benchmark
    public float[] featuresAndDeepOnTensorFlow() {
        return deepOnTensorFlow.score(matrixOf(world.page(next++)));
    }

    @Benchmark
    public float[] baseline() {
        return baseline.score(matrix);
    }

    @Benchmark
    public float[] logisticAsServed() {
        return logisticAsServed.score(matrix);
    }

    @Benchmark
    public float[] logisticByLoop() {
        return logistic.byPlainLoop(matrix);
    }

    @Benchmark
    public float[] logisticOnTensorFlow() {
        return logisticOnTensorFlow.score(matrix);
    }

    @Benchmark
    public float[] deepByLoop() {
        return deep.byPlainLoop(matrix);
    }

    @Benchmark
    public float[] deepOnTensorFlow() {
        return deepOnTensorFlow.score(matrix);
    }

    private static FeatureMatrix matrixOf(FeatureInputs page) {
        return FeatureMatrix.of(HomeFeatures.HOME_2, page);
    }

    private static void requireTheSame(float[] plain, float[] other) {
        for (int i = 0; i < plain.length; i++) {
            if (Math.abs(plain[i] - other[i]) > 1e-4) {
                throw new IllegalStateException("pair " + i + " scores " + plain[i] + " and " + other[i]);
            }
        }
    }
}

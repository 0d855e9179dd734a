package dev.counterpoint.training.run;

import java.util.Locale;

/** How far a training is. Written by the training, read by whoever asks. Thread-safe. */
public final class RunProgress {
    private volatile Reached reached = new Reached(Step.WAITING, 0);

    /** What a training does, in this order. */
    public enum Step {
        WAITING(0, 0),
        REPLAYING(0, 0.5),
        FITTING(0.5, 0.8),
        JUDGING(0.8, 1),
        OVER(1, 1);

        private final double begins;
        private final double ends;

        Step(double begins, double ends) {
            this.begins = begins;
            this.ends = ends;
        }

        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param share of the whole training, within [0, 1] */
    public record Reached(Step step, double share) {}

    public Reached reached() {
        return reached;
    }

    void at(Step step, double shareOfStep) {
        reached = new Reached(step, step.begins + shareOfStep * (step.ends - step.begins));
    }
}

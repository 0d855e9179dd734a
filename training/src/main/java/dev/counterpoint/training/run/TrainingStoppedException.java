package dev.counterpoint.training.run;

/** A training was asked to stop; it goes on when it is started again. */
public final class TrainingStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrainingStoppedException() {
        super("the training was stopped");
    }
}

package dev.counterpoint.training.run;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.ShownSlot;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the rows of trainings as files for other programs, a file to a part. Thread-safe. */
public interface TrainingRowFiles {

    /** Whether the file of a part is there, whole. */
    boolean has(RowsOfRun run, int part);

    /**
     * Writes a part, in the place of what is there; it is there as a whole or not at all.
     *
     * @param content hands over all pages of the part, called once
     */
    void write(RowsOfRun run, int part, Consumer<Consumer<RowsOfPage>> content);

    /** All parts are there: says what they are. */
    void finish(RowsOfRun run, int parts);

    /**
     * What the files of a run are made from.
     *
     * @param weights of the rows, by their exposure
     * @param code version of the program
     */
    record RowsOfRun(String runId, Window window, FeatureSet set, ExposureWeights weights, String code) {}

    /** The rows of one page. */
    record RowsOfPage(DecisionId decision, List<ShownSlot> slots) {
        public RowsOfPage {
            slots = List.copyOf(slots);
        }
    }

    /** Keeps none. */
    static TrainingRowFiles none() {
        return new TrainingRowFiles() {
            @Override
            public boolean has(RowsOfRun run, int part) {
                return true;
            }

            @Override
            public void write(RowsOfRun run, int part, Consumer<Consumer<RowsOfPage>> content) {
                content.accept(page -> {});
            }

            @Override
            public void finish(RowsOfRun run, int parts) {}
        };
    }
}

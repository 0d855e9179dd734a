package dev.counterpoint.domain.model;

import dev.counterpoint.domain.event.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to models. All stand in one stream, so that at most one is ever live. */
public sealed interface ModelEvent extends DomainEvent {

    /** Somebody wants something learned. */
    record TrainingRequested(String runId, TrainingRequest request) implements ModelEvent {}

    /**
     * A training is over.
     *
     * @param models that it made, or the version of the vectors, all of them registered by now; some may have been before
     * @param values of what was served meanwhile
     */
    record TrainingFinished(String runId, List<String> models, List<PolicyValue> values) implements ModelEvent {
        public TrainingFinished {
            models = List.copyOf(models);
            values = List.copyOf(values);
        }
    }

    /** A training is over without a model. */
    record TrainingFailed(String runId, String detail) implements ModelEvent {}

    /** There is a new model. */
    record ModelRegistered(ModelCard card) implements ModelEvent {}

    /** There is a new version of the vectors of cards; pages are made with the newest. */
    record EmbeddingsLearned(EmbeddingsCard card) implements ModelEvent {}

    /**
     * A model moved.
     *
     * @param share of listeners, for a canary within (0, 1]
     */
    record ModelStaged(
            String modelId, ModelStage stage, @Nullable Double share) implements ModelEvent {}
}

package dev.counterpoint.command.model;

import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.ModelStage;
import dev.counterpoint.domain.model.PolicyValue;
import dev.counterpoint.domain.model.TrainingRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of the registry of models. Each is answered with whether it changed anything. */
public sealed interface ModelCommand extends StreamCommand {

    @Override
    default StreamId stream() {
        return ModelRegistry.STREAM;
    }

    /** Learn something. The same run asked for twice is asked for once. */
    record RequestTraining(String runId, TrainingRequest request) implements ModelCommand {}

    /** Take in a model that a training has made. */
    record RegisterModel(ModelCard card) implements ModelCommand {}

    /** Take in vectors of cards that a training has made: pages are made with them from now on. */
    record RegisterEmbeddings(EmbeddingsCard card) implements ModelCommand {}

    /** The training has made all its models. */
    record FinishTraining(String runId, List<String> models, List<PolicyValue> values) implements ModelCommand {
        public FinishTraining {
            models = List.copyOf(models);
            values = List.copyOf(values);
        }
    }

    /** The training cannot make its models. */
    record FailTraining(String runId, String detail) implements ModelCommand {}

    /**
     * Move a model. What was live before is retired.
     *
     * @param share of listeners: for a canary, within (0, 1]
     */
    record StageModel(
            String modelId, ModelStage stage, @Nullable Double share) implements ModelCommand {}
}

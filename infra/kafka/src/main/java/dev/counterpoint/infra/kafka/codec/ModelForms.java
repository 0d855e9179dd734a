package dev.counterpoint.infra.kafka.codec;

import dev.counterpoint.domain.model.ModelEvent.EmbeddingsLearned;
import dev.counterpoint.domain.model.ModelEvent.ModelRegistered;
import dev.counterpoint.domain.model.ModelEvent.ModelStaged;
import dev.counterpoint.domain.model.ModelEvent.TrainingFailed;
import dev.counterpoint.domain.model.ModelEvent.TrainingFinished;
import dev.counterpoint.domain.model.ModelEvent.TrainingRequested;
import dev.counterpoint.domain.model.ModelStage;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of every event of models, at its newest revision. Names of types and fields are for ever. */
final class ModelForms {
    private ModelForms() {}

    static List<EventForm<?>> all() {
        return List.of(
                new EventForm<>(
                        "training-requested",
                        TrainingRequested.class,
                        ModelForms::writeRequested,
                        from -> new TrainingRequested(from.text("runId"), ModelFields.request(from.inner("request"))),
                        List.of()),
                new EventForm<>(
                        "training-finished",
                        TrainingFinished.class,
                        ModelForms::writeFinished,
                        from -> new TrainingFinished(
                                from.text("runId"), from.texts("models"), ModelFields.values(from.inners("values"))),
                        List.of()),
                new EventForm<>(
                        "training-failed",
                        TrainingFailed.class,
                        ModelForms::writeFailed,
                        from -> new TrainingFailed(from.text("runId"), from.text("detail")),
                        List.of()),
                new EventForm<>(
                        "model-registered",
                        ModelRegistered.class,
                        (event, to) -> ModelFields.write(event.card(), to),
                        from -> new ModelRegistered(ModelFields.card(from)),
                        List.of()),
                new EventForm<>(
                        "embeddings-learned",
                        EmbeddingsLearned.class,
                        (event, to) -> ModelFields.write(event.card(), to),
                        from -> new EmbeddingsLearned(ModelFields.embeddings(from)),
                        List.of()),
                new EventForm<>(
                        "model-staged",
                        ModelStaged.class,
                        ModelForms::writeStaged,
                        from -> new ModelStaged(
                                from.text("modelId"),
                                ModelStage.parse(from.text("stage")),
                                from.optionalNumber("share").orElse(null)),
                        List.of()));
    }

    private static void writeRequested(TrainingRequested event, ObjectNode to) {
        to.put("runId", event.runId());
        ModelFields.write(event.request(), to.putObject("request"));
    }

    private static void writeFinished(TrainingFinished event, ObjectNode to) {
        to.put("runId", event.runId());
        ArrayNode models = to.putArray("models");
        event.models().forEach(models::add);
        ModelFields.write(event.values(), to.putArray("values"));
    }

    private static void writeFailed(TrainingFailed event, ObjectNode to) {
        to.put("runId", event.runId()).put("detail", event.detail());
    }

    private static void writeStaged(ModelStaged event, ObjectNode to) {
        to.put("modelId", event.modelId()).put("stage", event.stage().written());
        Double share = event.share();
        if (share != null) {
            to.put("share", share);
        }
    }
}

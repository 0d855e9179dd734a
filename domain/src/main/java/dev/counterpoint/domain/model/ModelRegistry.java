package dev.counterpoint.domain.model;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.model.ModelEvent.EmbeddingsLearned;
import dev.counterpoint.domain.model.ModelEvent.ModelRegistered;
import dev.counterpoint.domain.model.ModelEvent.ModelStaged;
import dev.counterpoint.domain.model.ModelEvent.TrainingFailed;
import dev.counterpoint.domain.model.ModelEvent.TrainingFinished;
import dev.counterpoint.domain.model.ModelEvent.TrainingRequested;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All models and trainings, as a fold of their stream. Immutable. */
public final class ModelRegistry {
    /** The one stream of all of them. */
    public static final StreamId STREAM = new StreamId("models");

    private static final ModelRegistry EMPTY = new ModelRegistry(-1, Map.of(), Map.of(), Map.of());

    private final long sequence;
    private final Map<String, Registered> models;
    private final Map<String, Training> trainings;
    private final Map<String, LearnedEmbeddings> embeddings;

    private ModelRegistry(
            long sequence,
            Map<String, Registered> models,
            Map<String, Training> trainings,
            Map<String, LearnedEmbeddings> embeddings) {
        this.sequence = sequence;
        this.models = models;
        this.trainings = trainings;
        this.embeddings = embeddings;
    }

    public static ModelRegistry empty() {
        return EMPTY;
    }

    /**
     * A model and where it stands.
     *
     * @param share of listeners, for a canary
     * @param since when it came to this stage
     */
    public record Registered(
            ModelCard card, ModelStage stage, @Nullable Double share, Instant since) {}

    /** A version of the vectors of cards. */
    public record LearnedEmbeddings(EmbeddingsCard card, Instant learnedAt) {}

    /** How a training stands. */
    public enum TrainingState {
        OPEN,
        FINISHED,
        FAILED
    }

    /**
     * A training.
     *
     * @param endedAt null while it is open
     * @param detail why it failed; null else
     * @param models that it made; none while it is open
     * @param values of the policies that served meanwhile
     */
    public record Training(
            String runId,
            TrainingRequest request,
            Instant requestedAt,
            @Nullable Instant endedAt,
            TrainingState state,
            @Nullable String detail,
            List<String> models,
            List<PolicyValue> values) {}

    /** The sequence of the last event; -1 before the first. */
    public long sequence() {
        return sequence;
    }

    /** In the order of their registration. */
    public List<Registered> models() {
        return List.copyOf(models.values());
    }

    public Optional<Registered> model(String modelId) {
        return Optional.ofNullable(models.get(modelId));
    }

    /** The model that is live; empty where the baseline serves. */
    public Optional<Registered> live() {
        return inStage(ModelStage.LIVE).stream().findFirst();
    }

    public List<Registered> inStage(ModelStage stage) {
        return models.values().stream().filter(model -> model.stage() == stage).toList();
    }

    /** In the order of their requests. */
    public List<Training> trainings() {
        return List.copyOf(trainings.values());
    }

    public Optional<Training> training(String runId) {
        return Optional.ofNullable(trainings.get(runId));
    }

    /** All versions of the vectors of cards, the newest last. */
    public List<LearnedEmbeddings> embeddings() {
        return List.copyOf(embeddings.values());
    }

    public Optional<LearnedEmbeddings> embeddings(String version) {
        return Optional.ofNullable(embeddings.get(version));
    }

    /** The version that pages are to be made with; empty where none was learned. */
    public Optional<LearnedEmbeddings> newestEmbeddings() {
        return embeddings.values().stream().reduce((before, after) -> after);
    }

    /** The registry after one more event. */
    public ModelRegistry apply(ModelEvent event, long atSequence, Instant recordedAt) {
        Map<String, Registered> nextModels = new LinkedHashMap<>(models);
        Map<String, Training> nextTrainings = new LinkedHashMap<>(trainings);
        Map<String, LearnedEmbeddings> nextEmbeddings = embeddings;
        if (event instanceof TrainingRequested requested) {
            nextTrainings.put(
                    requested.runId(),
                    new Training(
                            requested.runId(),
                            requested.request(),
                            recordedAt,
                            null,
                            TrainingState.OPEN,
                            null,
                            List.of(),
                            List.of()));
        } else if (event instanceof TrainingFinished finished) {
            nextTrainings.computeIfPresent(
                    finished.runId(),
                    (id, open) -> ended(
                            open, TrainingState.FINISHED, recordedAt, null, finished.models(), finished.values()));
        } else if (event instanceof TrainingFailed failed) {
            nextTrainings.computeIfPresent(
                    failed.runId(),
                    (id, open) -> ended(open, TrainingState.FAILED, recordedAt, failed.detail(), List.of(), List.of()));
        } else if (event instanceof ModelRegistered registered) {
            ModelCard card = registered.card();
            nextModels.putIfAbsent(card.modelId(), new Registered(card, ModelStage.CANDIDATE, null, recordedAt));
        } else if (event instanceof EmbeddingsLearned learned) {
            nextEmbeddings = with(learned.card(), recordedAt);
        } else if (event instanceof ModelStaged staged) {
            nextModels.computeIfPresent(
                    staged.modelId(),
                    (id, model) -> new Registered(model.card(), staged.stage(), staged.share(), recordedAt));
        }
        return new ModelRegistry(
                atSequence,
                Collections.unmodifiableMap(nextModels),
                Collections.unmodifiableMap(nextTrainings),
                nextEmbeddings);
    }

    /** Learned again, a version is the newest again. */
    private Map<String, LearnedEmbeddings> with(EmbeddingsCard card, Instant learnedAt) {
        Map<String, LearnedEmbeddings> next = new LinkedHashMap<>(embeddings);
        next.remove(card.version());
        next.put(card.version(), new LearnedEmbeddings(card, learnedAt));
        return Collections.unmodifiableMap(next);
    }

    private static Training ended(
            Training open,
            TrainingState state,
            Instant endedAt,
            @Nullable String detail,
            List<String> models,
            List<PolicyValue> values) {
        return new Training(open.runId(), open.request(), open.requestedAt(), endedAt, state, detail, models, values);
    }
}

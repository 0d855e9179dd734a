package dev.counterpoint.training.run;

import dev.counterpoint.domain.embedding.CardVectorBytes;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.EmbeddingsCard.Lineage;
import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.training.embedding.FittedVectors;
import dev.counterpoint.training.embedding.ListenerPlays;
import dev.counterpoint.training.embedding.PlayMatrix;
import dev.counterpoint.training.run.RunProgress.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One training of vectors of cards, from its request to a version. What it makes depends on the request and on history alone. */
final class EmbeddingTraining {
    private final LearningEmbeddings learning;
    private final String runId;
    private final TrainingRequest request;
    private final RunProgress progress;
    private final BooleanSupplier goesOn;

    EmbeddingTraining(
            LearningEmbeddings learning,
            String runId,
            TrainingRequest request,
            RunProgress progress,
            BooleanSupplier goesOn) {
        this.learning = learning;
        this.runId = runId;
        this.request = request;
        this.progress = progress;
        this.goesOn = goesOn;
    }

    /**
     * @throws TrainingStoppedException if it was asked to
     * @throws IllegalArgumentException if there is nothing to learn from
     */
    void run() {
        PlayMatrix.Builder played = PlayMatrix.builder();
        new InParts(learning.threads())
                .run(
                        learning.streams().parts(),
                        this::part,
                        listeners -> listeners.forEach(played::add),
                        share -> at(Step.REPLAYING, share));
        PlayMatrix matrix = played.build();
        FittedVectors fitted = learning.estimator().fit(matrix, request.seed(), share -> {
            at(Step.FITTING, share);
            return true;
        });
        ModelArtifact artifact =
                new ModelArtifact(learning.estimator().name(), CardVectorBytes.encode(fitted.vectors()));
        learning.artifacts().put(artifact);
        learning.registry().register(card(artifact, matrix, played.cardsSeen(), fitted));
        learning.registry().finish(runId, List.of(artifact.modelId()), List.of());
        progress.at(Step.OVER, 1);
    }

    private List<ListenerPlays> part(int part) {
        List<ListenerPlays> listeners = new ArrayList<>();
        learning.streams().walk(part, (stream, events) -> {
            ListenerPlays played = ListenerPlays.of(events, request.from(), request.to());
            if (!played.cards().isEmpty()) {
                listeners.add(played);
            }
        });
        return listeners;
    }

    private EmbeddingsCard card(ModelArtifact artifact, PlayMatrix matrix, int cardsSeen, FittedVectors fitted) {
        return new EmbeddingsCard(
                artifact.modelId(),
                artifact.estimator(),
                artifact.digest(),
                new Lineage(runId, request, learning.code(), matrix.listeners(), matrix.digest()),
                fitted.vectors().size(),
                cardsSeen - matrix.cards().size(),
                fitted.fit());
    }

    private void at(Step step, double share) {
        progress.at(step, share);
        if (!goesOn.getAsBoolean()) {
            throw new TrainingStoppedException();
        }
    }
}

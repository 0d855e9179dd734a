package dev.counterpoint.training.web;

import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.ModelRegistry.LearnedEmbeddings;
import dev.counterpoint.training.web.ModelAnswer.FitForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A version of the vectors of cards, and where it comes from. */
@Schema(name = "Embeddings")
record EmbeddingsAnswer(
        @Schema(description = "as decisions cite it") String version,
        String estimator,
        Instant learnedAt,

        @Schema(description = "whether pages are made with it")
        boolean newest,

        @Schema(description = "SHA-256 of the vectors") String digest,
        @Schema(description = "that have a vector") long cards,

        @Schema(description = "that were played, but by fewer than three listeners")
        long cardsLeftOut,

        PlaysForm lineage,

        @Schema(description = "rows are pairs of a listener and a card")
        FitForm fit) {

    /** What it was made of. */
    @Schema(name = "EmbeddingsLineage")
    record PlaysForm(
            String runId,
            Instant from,
            Instant to,
            long seed,
            String code,
            long listeners,

            @Schema(description = "SHA-256 of all pairs of a listener and a card, in order")
            String playsDigest) {}

    static EmbeddingsAnswer of(LearnedEmbeddings learned, boolean newest) {
        EmbeddingsCard card = learned.card();
        EmbeddingsCard.Lineage lineage = card.lineage();
        return new EmbeddingsAnswer(
                card.version(),
                card.estimator(),
                learned.learnedAt(),
                newest,
                card.artifact().hex(),
                card.cards(),
                card.cardsLeftOut(),
                new PlaysForm(
                        lineage.runId(),
                        lineage.request().from(),
                        lineage.request().to(),
                        lineage.request().seed(),
                        lineage.code(),
                        lineage.listeners(),
                        lineage.plays().hex()),
                FitForm.of(card.fit()));
    }
}

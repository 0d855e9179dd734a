package dev.counterpoint.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.ModelRegistry.Registered;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model, where it stands, and where it comes from. */
@Schema(name = "Model")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelAnswer(
        String modelId,
        String estimator,
        String stage,

        @Schema(description = "of listeners, for a canary") @Nullable
        Double share,

        @Schema(description = "when it came to this stage") Instant since,
        @Schema(description = "SHA-256 of the weights") String digest,
        String featureSet,
        LineageForm lineage,
        FitForm fit,
        List<ValueForm> values) {

    /** What it was made of. */
    @Schema(name = "ModelLineage")
    record LineageForm(
            String runId,
            Instant from,
            Instant to,
            String reward,
            long seed,
            String code,
            double weightCap,
            long listeners,
            long pages,

            @Schema(description = "SHA-256 of all rows, in order")
            String rowsDigest) {}

    /** How its fit went. */
    @Schema(name = "ModelFit")
    record FitForm(
            long rows,
            long heldOutRows,
            int epochs,

            @Schema(description = "the one whose weights were kept, from 0")
            int bestEpoch,

            @Schema(description = "weighted mean log loss, in nats")
            double fitLoss,

            @Schema(description = "the same of later rows") double heldOutLoss) {

        static FitForm of(ModelCard.FitSummary fit) {
            return new FitForm(
                    fit.rows(), fit.heldOutRows(), fit.epochs(), fit.best(), fit.fitLoss(), fit.heldOutLoss());
        }
    }

    static ModelAnswer of(Registered model) {
        ModelCard card = model.card();
        ModelCard.Lineage lineage = card.lineage();
        return new ModelAnswer(
                card.modelId(),
                card.estimator(),
                model.stage().written(),
                model.share(),
                model.since(),
                card.artifact().hex(),
                card.featureSet(),
                new LineageForm(
                        lineage.runId(),
                        lineage.request().from(),
                        lineage.request().to(),
                        lineage.request().reward(),
                        lineage.request().seed(),
                        lineage.code(),
                        lineage.weightCap(),
                        lineage.listeners(),
                        lineage.pages(),
                        lineage.rows().hex()),
                FitForm.of(card.fit()),
                card.values().stream().map(ValueForm::of).toList());
    }
}

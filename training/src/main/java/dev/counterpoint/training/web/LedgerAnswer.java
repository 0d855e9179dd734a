package dev.counterpoint.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.training.evaluation.PredictionLedger.Entry;
import dev.counterpoint.training.web.ComparisonAnswer.FigureForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was predicted of models, against what they were measured to earn. */
@Schema(name = "PredictionLedger")
record LedgerAnswer(List<EntryForm> items) {

    @Schema(name = "Prediction", description = "rewards a page over the popularity arm, predicted and later measured")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryForm(
            String model,
            String reward,
            String predictingRun,
            String estimator,
            @Nullable FigureForm predicted,
            String measuringRun,
            @Nullable FigureForm measured,

            @Schema(description = "whether the two intervals have a value in common")
            boolean kept) {
        static EntryForm of(Entry entry) {
            return new EntryForm(
                    entry.model(),
                    entry.reward(),
                    entry.predictingRun(),
                    entry.estimator(),
                    FigureForm.of(entry.predicted()),
                    entry.measuringRun(),
                    FigureForm.of(entry.measured()),
                    entry.isKept());
        }
    }
}

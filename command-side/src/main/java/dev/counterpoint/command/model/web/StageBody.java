package dev.counterpoint.command.model.web;

import dev.counterpoint.domain.model.ModelStage;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a model is to move. */
@Schema(name = "ModelStage")
record StageBody(
        @NotNull
        @Schema(
                type = "string",
                allowableValues = {"shadow", "canary", "live", "retired"})
        ModelStage stage,

        @DecimalMin(value = "0.0001", message = "must be 0.0001 to 1")
        @DecimalMax(value = "1", message = "must be 0.0001 to 1")
        @Schema(description = "of listeners; for a canary, and for it alone")
        @Nullable
        Double share) {

    /** @throws RequestRefusedException if the stage is not one to move to, or the share stands where it has no meaning */
    void check() {
        if (stage == ModelStage.CANDIDATE) {
            throw fault("/stage", "stage must be one of shadow, canary, live, retired, not \"candidate\"");
        }
        if ((share != null) != (stage == ModelStage.CANARY)) {
            throw fault("/share", "share must stand with the stage canary, and with no other");
        }
    }

    private static RequestRefusedException fault(String pointer, String detail) {
        return new RequestRefusedException(List.of(new Refusal(Reason.MALFORMED, detail, pointer)));
    }
}

package dev.counterpoint.command.listener.web;

import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a listener says of themselves; what is left out is as for a listener who said nothing. */
@Schema(name = "ListenerSettings")
record SettingsBody(
        @Schema(
                type = "string",
                allowableValues = {"free", "free-shuffle", "premium"})
        @Nullable
        Tier tier,

        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters (ISO 3166-1)") @Nullable
        String country,

        @Min(value = 1900, message = "must be 1900 to 2100")
        @Max(value = 2100, message = "must be 1900 to 2100")
        @Nullable
        Integer birthYear,

        @Nullable Boolean personalization) {

    ListenerSettings toSettings() {
        ListenerSettings defaults = ListenerSettings.defaults();
        return new ListenerSettings(
                Objects.requireNonNullElse(tier, defaults.tier()),
                country,
                birthYear,
                Objects.requireNonNullElse(personalization, defaults.personalization()));
    }
}

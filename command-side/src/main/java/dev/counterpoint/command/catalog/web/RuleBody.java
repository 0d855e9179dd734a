package dev.counterpoint.command.catalog.web;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule as its publisher writes it. */
@Schema(name = "Rule")
record RuleBody(
        @NotNull @Valid Block block,

        @Size(min = 1, max = Rule.MAX_COUNTRIES, message = "must be 1 to 250, or be left out: then the rule is for all")
        @Schema(description = "of the listeners that the rule is for; left out for all", example = "[\"SE\"]")
        @Nullable
        List<@Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters (ISO 3166-1)") String> countries,

        @Size(min = 1, max = Rule.MAX_TIERS, message = "must be 1 to 8, or be left out: then the rule is for all")
        @Schema(description = "of the listeners that the rule is for; left out for all")
        @Nullable
        List<Tier> tiers) {

    /** Which cards: those with a tag, those with explicit content, or those with both. */
    @Schema(name = "RuleBlock")
    record Block(
            @Size(min = 1, max = Card.MAX_TAG_LENGTH, message = "must have 1 to 128 characters") @Nullable
            String tag,

            @Nullable Boolean explicit) {}

    /** @throws RequestRefusedException if the rule blocks nothing */
    Rule toRule(RuleId ruleId) {
        boolean explicit = Boolean.TRUE.equals(block.explicit());
        if (block.tag() == null && !explicit) {
            throw new RequestRefusedException(List.of(new Refusal(
                    Reason.MALFORMED, "block must name a tag, or explicit content, or both together", "/block")));
        }
        return new Rule(
                ruleId,
                block.tag(),
                explicit,
                Objects.requireNonNullElse(countries, List.of()),
                Objects.requireNonNullElse(tiers, List.<Tier>of()).stream()
                        .map(Tier::written)
                        .toList());
    }
}

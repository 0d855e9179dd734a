package dev.counterpoint.query.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.catalog.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that holds.
 *
 * @param countries of the listeners that it is for; absent where it is for all
 * @param tiers likewise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RuleAnswer(String ruleId, Block block, List<String> countries, List<String> tiers) {

    /** Which cards: those with a tag, those with explicit content, or those with both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Block(@Nullable String tag, boolean explicit) {}

    static RuleAnswer of(Rule rule) {
        return new RuleAnswer(
                rule.ruleId().value(), new Block(rule.tag(), rule.explicit()), rule.countries(), rule.tiers());
    }
}

package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which proposed cards must not stand on a page, each with the word of the rule that says so: a publisher's before rest. Pure. */
public final class Blocking {
    private static final String WORD_OF_A_RULE = "rule ";

    private Blocking() {}

    /**
     * Whom a page is for, as rules see them.
     *
     * @param country ISO 3166-1 alpha-2, upper case; null where not known
     * @param tier as it is written; null where not known
     */
    public record Audience(
            @Nullable String country, @Nullable String tier) {}

    /** @param situation whose listener may be unknown; those who it is for are told by {@code audience} */
    public static Map<CardId, String> of(
            List<ShelfProposal> proposals, Situation situation, Audience audience, Rest rest) {
        Map<CardId, String> blocked = rest.of(proposals, situation.listener());
        Catalog catalog = situation.ranked().catalog();
        List<Rule> rules = catalog.rules().stream()
                .filter(rule -> rule.isFor(audience.country(), audience.tier()))
                .toList();
        if (!rules.isEmpty()) {
            Map<CardId, String> byRule = new HashMap<>();
            for (ShelfProposal shelf : proposals) {
                for (Proposal proposal : shelf.cards()) {
                    ruleOf(proposal.card(), catalog, rules)
                            .ifPresent(rule -> byRule.put(proposal.card(), WORD_OF_A_RULE + rule.ruleId()));
                }
            }
            blocked.putAll(byRule);
        }
        return blocked;
    }

    /** The first by id. */
    private static Optional<Rule> ruleOf(CardId cardId, Catalog catalog, List<Rule> rules) {
        Optional<Card> card = catalog.card(cardId);
        return card.flatMap(
                known -> rules.stream().filter(rule -> rule.blocks(known)).findFirst());
    }
}

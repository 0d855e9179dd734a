package dev.counterpoint.domain.catalog;

import static dev.counterpoint.domain.catalog.Catalogs.aCard;
import static dev.counterpoint.domain.catalog.Catalogs.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.CatalogEvent.RulePublished;
import dev.counterpoint.domain.catalog.CatalogEvent.RuleWithdrawn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final RuleId ID = new RuleId("no-war");

    @Test
    void a_rule_blocks_cards_with_its_tag() {
        Rule rule = new Rule(ID, "war", false, List.of(), List.of());

        assertThat(rule.blocks(aCard("a", "peace", "war"))).isTrue();
        assertThat(rule.blocks(aCard("b", "peace"))).isFalse();
    }

    @Test
    void a_rule_of_a_tag_and_explicit_content_blocks_what_is_both() {
        Rule rule = new Rule(ID, "war", true, List.of(), List.of());

        assertThat(rule.blocks(explicit("war"))).isTrue();
        assertThat(rule.blocks(explicit("peace"))).isFalse();
        assertThat(rule.blocks(aCard("a", "war"))).isFalse();
    }

    @Test
    void a_rule_is_for_its_countries_and_tiers_and_for_whoever_may_be_of_them() {
        Rule rule = new Rule(ID, "war", false, List.of("SE", "NO"), List.of("free"));

        assertThat(rule.isFor("SE", "free")).isTrue();
        assertThat(rule.isFor("DE", "free")).isFalse();
        assertThat(rule.isFor("NO", "premium")).isFalse();
        assertThat(rule.isFor(null, "free")).isTrue();
        assertThat(rule.isFor(null, null)).isTrue();
    }

    @Test
    void the_catalogue_has_the_rules_that_hold_by_id() {
        Rule war = new Rule(ID, "war", false, List.of(), List.of());
        Rule changed = new Rule(ID, "war", false, List.of("SE"), List.of());
        Rule explicit = new Rule(new RuleId("explicit"), null, true, List.of(), List.of());

        Catalog first = after(Catalog.empty(), List.of(new RulePublished(war), new RulePublished(explicit)));
        Catalog second = after(first, List.of(new RulePublished(changed)));
        Catalog third = after(second, List.of(new RuleWithdrawn(ID), new RuleWithdrawn(new RuleId("never"))));

        assertThat(first.rules()).containsExactly(explicit, war);
        assertThat(second.rules()).containsExactly(explicit, changed);
        assertThat(third.rules()).containsExactly(explicit);
        assertThat(after(third, List.of()).rules()).containsExactly(explicit);
    }

    @Test
    void a_rule_that_blocks_nothing_or_names_no_country_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rule(ID, null, false, List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rule(ID, "war", false, List.of("se"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rule(ID, "", true, List.of(), List.of()));
    }

    private static Card explicit(String tag) {
        return new Card(new CardId("loud"), CardKind.TRACK, "Loud", List.of(), List.of(tag), Instant.EPOCH, true, null);
    }
}

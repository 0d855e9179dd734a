package dev.counterpoint.domain.catalog;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher keeps from pages: cards with a tag, or with explicit content, everywhere or for some listeners. A rule with both a tag and
 * explicit content blocks cards that have both.
 *
 * @param tag null for cards of any tag
 * @param explicit true for cards with explicit content only
 * @param countries of the listeners that it is for, ISO 3166-1 alpha-2 in upper case; empty for all
 * @param tiers of the listeners that it is for, as they are written; empty for all
 */
public record Rule(RuleId ruleId, @Nullable String tag, boolean explicit, List<String> countries, List<String> tiers) {
    public static final int MAX_COUNTRIES = 250;
    public static final int MAX_TIERS = 8;

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public Rule {
        countries = List.copyOf(countries);
        tiers = List.copyOf(tiers);
        require(tag != null || explicit, "a rule blocks a tag, or explicit content, or both together");
        require(tag == null || !tag.isEmpty() && tag.length() <= Card.MAX_TAG_LENGTH, "a tag has 1 to 128 characters");
        require(countries.size() <= MAX_COUNTRIES, "a rule has at most 250 countries");
        require(tiers.size() <= MAX_TIERS, "a rule has at most 8 tiers");
        for (String country : countries) {
            require(COUNTRY.matcher(country).matches(), "a country is two capital letters (ISO 3166-1)");
        }
    }

    /** Whether the rule keeps a card from a page. */
    public boolean blocks(Card card) {
        return (!explicit || card.explicit()) && (tag == null || card.tags().contains(tag));
    }

    /**
     * Whether the rule is for a listener. What is not known of one is taken to fit: a market's rule must hold for those whose country was
     * never said.
     */
    public boolean isFor(@Nullable String country, @Nullable String tier) {
        return fits(countries, country) && fits(tiers, tier);
    }

    private static boolean fits(List<String> wanted, @Nullable String known) {
        return wanted.isEmpty() || known == null || wanted.contains(known);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

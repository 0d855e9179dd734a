package dev.counterpoint.domain.listener;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a listener has said of themselves.
 *
 * @param country ISO 3166-1 alpha-2, upper case; null where not said
 * @param birthYear 1900 to 2100; null where not said
 * @param personalization false: pages know nothing of the listener
 */
public record ListenerSettings(
        Tier tier, @Nullable String country, @Nullable Integer birthYear, boolean personalization) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final ListenerSettings DEFAULTS = new ListenerSettings(Tier.FREE, null, null, true);

    public ListenerSettings {
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country is two capital letters (ISO 3166-1)");
        }
        if (birthYear != null && (birthYear < 1900 || birthYear > 2100)) {
            throw new IllegalArgumentException("a year of birth is 1900 to 2100, not " + birthYear);
        }
    }

    /** What is assumed of a listener who was never registered. */
    public static ListenerSettings defaults() {
        return DEFAULTS;
    }
}

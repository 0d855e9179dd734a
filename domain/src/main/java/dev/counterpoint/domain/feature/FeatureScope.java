package dev.counterpoint.domain.feature;

import java.util.Locale;

/** What a feature depends on besides the moment; it is computed once for each. */
public enum FeatureScope {
    /** The listener: once a page. */
    LISTENER,
    /** The request: surface, hour and weekday, and how they suit the listener; once a page. */
    CONTEXT,
    /** A shelf, for this listener: once a shelf. */
    SHELF,
    /** A card, whoever listens. */
    CARD,
    /** A card on a shelf, for this listener. */
    PAIR;

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}

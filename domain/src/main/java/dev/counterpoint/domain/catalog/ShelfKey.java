package dev.counterpoint.domain.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One shelf as it can stand on a page: a template, or an instance of it for a tag or a seed card.
 *
 * <p>The written form is {@code template} or {@code template:instance}; an identifier has no colon, so it parses back.
 * Keys are ordered by their written form.
 *
 * @param instance the tag or the seed card's id; null for a template that has no instances
 */
public record ShelfKey(ShelfId template, @Nullable String instance) implements Comparable<ShelfKey> {
    public ShelfKey {
        if (instance != null && instance.isEmpty()) {
            throw new IllegalArgumentException("an instance of shelf " + template + " must have a name");
        }
    }

    public static ShelfKey of(ShelfId template) {
        return new ShelfKey(template, null);
    }

    public static ShelfKey parse(String written) {
        int colon = written.indexOf(':');
        return colon < 0
                ? of(new ShelfId(written))
                : new ShelfKey(new ShelfId(written.substring(0, colon)), written.substring(colon + 1));
    }

    @Override
    public int compareTo(ShelfKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return instance == null ? template.value() : template.value() + ":" + instance;
    }
}

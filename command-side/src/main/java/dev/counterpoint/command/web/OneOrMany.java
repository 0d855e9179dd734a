package dev.counterpoint.command.web;

import java.util.List;

/**
 * A body that is one thing, or an array of 1 to 100 of them.
 *
 * @param isArray whether it was written as an array
 */
public record OneOrMany<T>(List<T> items, boolean isArray) {
    public static final int MOST = 100;

    public OneOrMany {
        items = List.copyOf(items);
    }

    /** Where an item stands in the body (RFC 6901). */
    public String pointer(int index) {
        return isArray ? "/" + index : "";
    }
}

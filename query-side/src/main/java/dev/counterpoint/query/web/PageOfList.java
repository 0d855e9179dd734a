package dev.counterpoint.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor asks for the part behind this one; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageOfList<T>(List<T> items, @Nullable String nextCursor) {
    public PageOfList {
        items = List.copyOf(items);
    }
}

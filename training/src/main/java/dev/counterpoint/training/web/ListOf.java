package dev.counterpoint.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor asks for the part behind this one; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListOf<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * @param limit at most so many
     * @param cursor the name of the last item before this part; null for the first part
     * @throws RequestRefusedException if there is no item of that name
     */
    static <T> ListOf<T> part(List<T> all, Function<T, String> name, int limit, @Nullable String cursor) {
        int begin = cursor == null ? 0 : 1 + placeOf(all, name, cursor);
        int end = Math.min(all.size(), begin + limit);
        return new ListOf<>(
                List.copyOf(all.subList(begin, end)), end < all.size() ? name.apply(all.get(end - 1)) : null);
    }

    private static <T> int placeOf(List<T> all, Function<T, String> name, String cursor) {
        return IntStream.range(0, all.size())
                .filter(place -> name.apply(all.get(place)).equals(cursor))
                .findFirst()
                .orElseThrow(() -> RequestRefusedException.of(
                        Reason.MALFORMED, "the parameter cursor is not one that this list has given"));
    }
}

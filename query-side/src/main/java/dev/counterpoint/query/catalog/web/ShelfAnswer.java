package dev.counterpoint.query.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Shelf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published shelf.
 *
 * @param pinnedRow absent where the policy decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShelfAnswer(
        String shelfId,
        String title,
        SourceForm source,
        int maxCards,
        @Nullable Integer pinnedRow) {

    /** Where its cards come from; {@code cards} only where they are pinned, {@code boost} only where some are. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SourceForm(String from, List<String> cards, List<String> boost) {}

    static ShelfAnswer of(Shelf shelf) {
        return new ShelfAnswer(
                shelf.shelfId().value(),
                shelf.title(),
                new SourceForm(
                        shelf.source().from().written(),
                        shelf.source().pinnedCards().stream().map(CardId::value).toList(),
                        shelf.source().boostedTags()),
                shelf.maxCards(),
                shelf.pinnedRow());
    }
}

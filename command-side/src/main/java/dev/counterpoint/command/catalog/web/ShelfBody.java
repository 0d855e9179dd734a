package dev.counterpoint.command.catalog.web;

import dev.counterpoint.command.web.Words;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.identity.Identifiers;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A shelf as its publisher writes it. */
@Schema(name = "Shelf")
record ShelfBody(
        @NotNull
        @Size(min = 1, max = Card.MAX_TITLE, message = "must have 1 to 500 characters")
        @Schema(example = "Because you played {card}")
        String title,

        @NotNull @Valid Source source,

        @Min(value = 1, message = "must be 1 to 50")
        @Max(value = Shelf.MAX_CARDS, message = "must be 1 to 50")
        @Nullable
        Integer maxCards,

        @Min(value = 0, message = "must be 0 to 19")
        @Max(value = Shelf.MAX_ROWS - 1, message = "must be 0 to 19")
        @Nullable
        Integer pinnedRow) {
    private static final int DEFAULT_CARDS = 10;

    /** Where the cards of a shelf come from; only a pinned shelf names them, and only others boost some. */
    @Schema(name = "ShelfSource")
    record Source(
            @NotNull
            @Schema(
                    type = "string",
                    allowableValues = {"popular", "recent", "similar", "because", "fresh", "tag", "pinned"})
            SourceKind from,

            @Size(max = MAX_PINNED, message = "must be at most 200") @Nullable
            List<@Pattern(regexp = Identifiers.PATTERN, message = Words.IDENTIFIER) String> cards,

            @Size(max = ShelfSource.MAX_BOOSTED, message = "must be at most 8")
            @Nullable
            @Schema(description = "Cards with one of these tags come first among what the source proposes.")
            List<@NotNull @Size(min = 1, max = Card.MAX_TAG_LENGTH, message = "must have 1 to 128 characters") String>
                    boost) {
        static final int MAX_PINNED = 200;

        ShelfSource toSource() {
            boolean named = cards != null && !cards.isEmpty();
            if (named != (from == SourceKind.PINNED)) {
                throw new RequestRefusedException(List.of(new Refusal(
                        Reason.MALFORMED,
                        "source/cards must stand in a pinned shelf, and in no other",
                        "/source/cards")));
            }
            List<String> boosted = Objects.requireNonNullElse(boost, List.of());
            if (from == SourceKind.PINNED && !boosted.isEmpty()) {
                throw new RequestRefusedException(List.of(
                        new Refusal(Reason.MALFORMED, "source/boost has no place in a pinned shelf", "/source/boost")));
            }
            return new ShelfSource(
                    from,
                    Objects.requireNonNullElse(cards, List.<String>of()).stream()
                            .map(CardId::new)
                            .toList(),
                    boosted);
        }
    }

    /** @throws RequestRefusedException if cards are named where none are pinned, or none where they are */
    Shelf toShelf(ShelfId shelfId) {
        return new Shelf(shelfId, title, source.toSource(), maxCards == null ? DEFAULT_CARDS : maxCards, pinnedRow);
    }
}

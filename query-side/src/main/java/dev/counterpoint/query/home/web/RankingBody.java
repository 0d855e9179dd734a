package dev.counterpoint.query.home.web;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.ShelfProposal;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cards that are to be ranked, and where they will be shown. */
@Schema(name = "Ranking")
record RankingBody(
        @NotNull @Size(min = 1, max = ShelfProposal.MAX_GIVEN, message = "must be 1 to 1000")
        List<@Pattern(regexp = Identifiers.PATTERN, message = IDENTIFIER) String> cards,

        @Valid @Nullable Context context,

        @Pattern(regexp = Identifiers.PATTERN, message = IDENTIFIER)
        @Schema(description = "repeated within 24 hours, with the same body, it gets the same ranking")
        @Nullable
        String requestId) {
    static final String IDENTIFIER = "must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ -";

    /** Where and when the listener is. */
    @Schema(name = "RankingContext")
    record Context(
            @Pattern(regexp = Identifiers.PATTERN, message = IDENTIFIER)
            @Schema(description = "the client's word for its screen: an identifier", defaultValue = "unspecified")
            @Nullable
            String surface,

            @Min(value = -PageRequest.MAX_OFFSET_MINUTES, message = "must be -1080 to 1080")
            @Max(value = PageRequest.MAX_OFFSET_MINUTES, message = "must be -1080 to 1080")
            @Schema(description = "local time minus UTC, in minutes", defaultValue = "0")
            @Nullable
            Integer utcOffsetMinutes) {
        static final Context UNSPECIFIED = new Context(null, null);
    }

    /** @throws RequestRefusedException if a card stands twice */
    List<CardId> distinctCards() {
        Map<String, Integer> firsts = new HashMap<>();
        List<CardId> distinct = new ArrayList<>(cards.size());
        List<Refusal> repeated = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            Integer first = firsts.putIfAbsent(cards.get(i), i);
            if (first == null) {
                distinct.add(new CardId(cards.get(i)));
            } else {
                repeated.add(
                        new Refusal(Reason.MALFORMED, "cards/" + i + " must not repeat cards/" + first, "/cards/" + i));
            }
        }
        if (!repeated.isEmpty()) {
            throw new RequestRefusedException(repeated);
        }
        return distinct;
    }

    PageRequest request() {
        Context where = Objects.requireNonNullElse(context, Context.UNSPECIFIED);
        return new PageRequest(
                Objects.requireNonNullElse(where.surface, "unspecified"),
                new Grid(1, cards.size()),
                Objects.requireNonNullElse(where.utcOffsetMinutes, 0),
                requestId);
    }
}

package dev.counterpoint.query.catalog.web;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.catalog.CardVersions;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.web.Cursors;
import dev.counterpoint.query.web.Moments;
import dev.counterpoint.query.web.PageOfList;
import dev.counterpoint.query.web.PathNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards, shelves and rules, as they are and as they were. */
@RestController
@Tag(name = "Catalogue")
@RolesAllowed("publisher")
public class CatalogController {
    /** Between the processes that record. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final CatalogVersions catalogs;
    private final CardVersions cards;
    private final PlatformClock clock;

    public CatalogController(CatalogVersions catalogs, CardVersions cards, PlatformClock clock) {
        this.catalogs = catalogs;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/cards/{cardId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A card as it is, or as it was at an earlier moment")
    CardAnswer card(
            @PathVariable String cardId,
            @Parameter(description = "as it was recorded then") @RequestParam(required = false) @Nullable Instant at) {
        CardId id = PathNames.parse("a card id", cardId, CardId::new);
        return cards.asOf(id, at == null ? clock.now().plus(CLOCKS_APART) : Moments.require("at", at))
                .map(CardAnswer::of)
                .orElseThrow(() -> RequestRefusedException.of(
                        Reason.NO_SUCH_CARD,
                        "card " + cardId + (at == null ? " was not published" : " had not been published by " + at)));
    }

    @GetMapping(path = "/v1/shelves", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All shelves of the newest epoch, by id")
    PageOfList<ShelfAnswer> shelves(
            @Parameter(description = "how many at most") @RequestParam(defaultValue = "100") @Min(1) @Max(1_000)
                    int limit,
            @Parameter(description = "the nextCursor of the part before") @RequestParam(required = false) @Nullable
                    String cursor) {
        String after = cursor == null ? "" : Cursors.parseText(cursor);
        List<Shelf> found = catalogs.current().shelves().stream()
                .filter(shelf -> shelf.shelfId().value().compareTo(after) > 0)
                .limit(limit)
                .toList();
        return new PageOfList<>(
                found.stream().map(ShelfAnswer::of).toList(),
                found.size() < limit
                        ? null
                        : Cursors.ofText(found.get(found.size() - 1).shelfId().value()));
    }

    @GetMapping(path = "/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All rules that hold in the newest epoch, by id")
    PageOfList<RuleAnswer> rules(
            @Parameter(description = "how many at most") @RequestParam(defaultValue = "100") @Min(1) @Max(1_000)
                    int limit,
            @Parameter(description = "the nextCursor of the part before") @RequestParam(required = false) @Nullable
                    String cursor) {
        String after = cursor == null ? "" : Cursors.parseText(cursor);
        List<Rule> found = catalogs.current().rules().stream()
                .filter(rule -> rule.ruleId().value().compareTo(after) > 0)
                .limit(limit)
                .toList();
        return new PageOfList<>(
                found.stream().map(RuleAnswer::of).toList(),
                found.size() < limit
                        ? null
                        : Cursors.ofText(found.get(found.size() - 1).ruleId().value()));
    }
}

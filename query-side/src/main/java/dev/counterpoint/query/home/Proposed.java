package dev.counterpoint.query.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.Calibration;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision chooses from.
 *
 * @param blocked proposed cards that must not stand there, each with the rule that says so
 * @param late sources that did not propose in time
 * @param calibration the shares of media; null where the page is not divided
 */
record Proposed(
        List<ShelfProposal> shelves,
        Map<CardId, String> blocked,
        Set<SourceKind> late,
        @Nullable Calibration calibration) {

    /** Lists that nothing is kept from. */
    static Proposed whole(List<ShelfProposal> shelves) {
        return new Proposed(shelves, Map.of(), Set.of(), null);
    }
}

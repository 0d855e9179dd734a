package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Calibration;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.ShelfProposal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page that is to be decided: for whom, when and how, and what sources and rules say of it.
 *
 * @param at in whole microseconds
 * @param seed of all chance on the page
 * @param blocked cards that must not stand on the page, each with the word of the rule that says so
 * @param late sources that were asked, and did not propose in time
 * @param calibration by which rows and columns are divided among media; null where they are not
 */
public record Asked(
        StreamId listener,
        Instant at,
        PageRequest request,
        Treatment treatment,
        long seed,
        List<ShelfProposal> proposals,
        Map<CardId, String> blocked,
        Set<SourceKind> late,
        @Nullable Calibration calibration) {
    public Asked {
        proposals = List.copyOf(proposals);
        blocked = Map.copyOf(blocked);
        late = Set.copyOf(late);
    }

    HomeInputs inputs() {
        return new HomeInputs(proposals, blocked.keySet(), treatment.policy(), request.grid(), calibration);
    }
}

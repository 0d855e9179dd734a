package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.ShelfProposal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A page that is to be decided: for whom, when and how, and what sources and rules say of it.
 *
 * @param at in whole microseconds
 * @param seed of all chance on the page
 * @param late sources that were asked, and did not propose in time
 */
public record Asked(
        StreamId listener,
        Instant at,
        PageRequest request,
        Treatment treatment,
        long seed,
        List<ShelfProposal> proposals,
        Set<CardId> blocked,
        Set<SourceKind> late) {
    public Asked {
        proposals = List.copyOf(proposals);
        blocked = Set.copyOf(blocked);
        late = Set.copyOf(late);
    }

    HomeInputs inputs() {
        return new HomeInputs(proposals, blocked, treatment.policy(), request.grid());
    }
}

package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Calibration;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.ShelfProposal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a page was decided from and what came of it: enough to decide it again, bit for bit. It names the listener by their
 * stream only.
 *
 * @param servedAt the moment that features were computed for, in whole microseconds
 * @param seed of all chance on the page
 * @param proposals what the sources proposed, with their reasons
 * @param blocked proposed cards that a rule kept from the page, each with the rule's word
 * @param late sources that were asked, and did not propose in time
 * @param calibration by which rows and columns are divided among media; null where they are not
 * @param scores of the pairs of the plan, which follows from proposals, rules and seed
 * @param features digest of the feature matrix that was scored
 * @param page as it was drawn, with the probabilities of each slot
 * @param captions of the shown cards, as the listener read them
 */
public record DecisionRecord(
        StreamId listener,
        Instant servedAt,
        PageRequest request,
        CitedVersions versions,
        Treatment treatment,
        long seed,
        List<ShelfProposal> proposals,
        Map<CardId, String> blocked,
        Set<SourceKind> late,
        @Nullable Calibration calibration,
        PairScores scores,
        Digest features,
        Page page,
        Map<CardId, Caption> captions) {
    public DecisionRecord {
        proposals = List.copyOf(proposals);
        blocked = Map.copyOf(blocked);
        late = Set.copyOf(late);
        captions = Map.copyOf(captions);
    }

    /** What the policy decided from, but for scores and seed. */
    public HomeInputs inputs() {
        return new HomeInputs(proposals, blocked.keySet(), treatment.policy(), request.grid(), calibration);
    }
}

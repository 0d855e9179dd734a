package dev.counterpoint.training.replay;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.CitedVersions;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.decision.PairScores;
import dev.counterpoint.domain.decision.Treatment;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import dev.counterpoint.training.replay.ServedDecisions.Served;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pages of one shelf, as somebody was served them. */
final class ServedPages {
    static final StreamId LISTENER = StreamId.ofListener("somebody");
    static final ShelfKey SHELF = ShelfKey.parse("popular");

    private ServedPages() {}

    /** A page that shows these cards, by column; decided when nothing was known. */
    static Served page(String id, Instant servedAt, String... cards) {
        List<PageCard> columns = new ArrayList<>();
        for (String card : cards) {
            columns.add(new PageCard(new CardId(card), columns.size(), 0, Slot.pinned(0)));
        }
        Page page = new Page(0, List.of(), List.of(new PageShelf(SHELF, 0, Slot.pinned(0), List.of(), columns)));
        return new Served(
                new DecisionId(id),
                new DecisionRecord(
                        LISTENER,
                        servedAt,
                        new PageRequest("phone", new Grid(8, 10), 0, null),
                        new CitedVersions(-1, 1, 0, 0, Embeddings.NONE, "home-1", "linear", "test", "system"),
                        new Treatment(Arm.MODEL, "live", new Greedy(), List.of()),
                        0,
                        List.of(),
                        Map.of(),
                        Set.of(),
                        null,
                        new PairScores(new float[0]),
                        Digest.over(new byte[0]),
                        page,
                        Map.of()));
    }
}

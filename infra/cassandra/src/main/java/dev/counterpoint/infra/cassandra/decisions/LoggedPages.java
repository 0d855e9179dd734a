package dev.counterpoint.infra.cassandra.decisions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.command.listener.ServedPage;
import dev.counterpoint.command.listener.ServedPages;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.decision.DecisionIds.Place;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.query.decision.LoggedDecision;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of the decision log. Those that were asked for last stay in memory, since a page's interactions come in quick succession. */
public final class LoggedPages implements ServedPages {
    private static final long KEPT = 2_000;

    private final DecisionGroups groups;
    private final DecisionContents contents;
    private final DecisionIds ids;
    private final Duration retention;
    private final PlatformClock clock;
    private final Cache<DecisionId, ServedPage.Kept> recent =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public LoggedPages(
            DecisionGroups groups,
            DecisionContents contents,
            DecisionIds ids,
            Duration retention,
            PlatformClock clock) {
        this.groups = groups;
        this.contents = contents;
        this.ids = ids;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Optional<ServedPage> find(DecisionId decisionId) {
        ServedPage.@Nullable Kept known = recent.getIfPresent(decisionId);
        return known != null ? Optional.of(known) : ids.placeOf(decisionId).flatMap(place -> read(decisionId, place));
    }

    /** Drops the pages of a listener from memory. */
    public void forget(StreamId stream) {
        recent.asMap().values().removeIf(page -> page.listener().equals(stream));
    }

    private Optional<ServedPage> read(DecisionId decisionId, Place place) {
        Optional<LoggedDecision> logged = groups.find(new LogPosition(place.epoch(), place.group(), place.slot()));
        if (logged.isEmpty()) {
            boolean isPast = place.servedAt().plus(retention).isBefore(clock.now());
            return isPast ? Optional.of(new ServedPage.PastRetention()) : Optional.empty();
        }
        ServedPage.Kept page = new ServedPage.Kept(
                logged.get().stream(),
                slots(contents.read(logged.get().stream(), logged.get().record())
                        .page()));
        recent.put(decisionId, page);
        return Optional.of(page);
    }

    private static Map<CardId, ServedPage.Slot> slots(Page page) {
        Map<CardId, ServedPage.Slot> slots = new HashMap<>();
        for (PageShelf shelf : page.shelves()) {
            for (PageCard card : shelf.cards()) {
                slots.put(card.card(), new ServedPage.Slot(shelf.shelf(), shelf.row(), card.column()));
            }
        }
        return slots;
    }
}

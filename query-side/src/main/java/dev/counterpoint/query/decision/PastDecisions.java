package dev.counterpoint.query.decision;

import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.decision.DecisionIds.Place;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.decision.Reproduction;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.embedding.EmbeddingVersions;
import dev.counterpoint.query.model.Models;
import dev.counterpoint.query.profile.PastProfiles;
import dev.counterpoint.query.statistics.StatisticsVersions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the records of pages that were served, and decides them again from history. Thread-safe. */
public final class PastDecisions {
    /** Between the processes that serve. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final DecisionGroups groups;
    private final DecisionContents contents;
    private final DecisionIds ids;
    private final PastProfiles profiles;
    private final CatalogVersions catalogs;
    private final StatisticsVersions statistics;
    private final EmbeddingVersions embeddings;
    private final Models models;
    private final PlatformClock clock;
    private final Duration retention;

    /** @param retention how long records are kept at least */
    public PastDecisions(
            DecisionGroups groups,
            DecisionContents contents,
            DecisionIds ids,
            PastProfiles profiles,
            CatalogVersions catalogs,
            StatisticsVersions statistics,
            EmbeddingVersions embeddings,
            Models models,
            PlatformClock clock,
            Duration retention) {
        this.groups = groups;
        this.contents = contents;
        this.ids = ids;
        this.profiles = profiles;
        this.catalogs = catalogs;
        this.statistics = statistics;
        this.embeddings = embeddings;
        this.models = models;
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * @throws RequestRefusedException if no such decision was ever made, or its record is past retention
     * @throws dev.counterpoint.domain.encryption.ContentErasedException if the listener is erased
     */
    public LoggedDecision find(DecisionId id) {
        Place place = ids.placeOf(id).orElseThrow(() -> unknown(id));
        LoggedDecision found = locate(id, place);
        contents.requireNotErased(found.stream());
        return found;
    }

    /**
     * Decisions that were made for a listener, newest first.
     *
     * @param before below this one only; null for the newest
     * @param limit at least 1; fewer mean that there are no more
     * @throws dev.counterpoint.domain.encryption.ContentErasedException if the listener is erased
     */
    public List<LoggedDecision> newestOf(StreamId stream, @Nullable LogMark before, int limit) {
        contents.requireNotErased(stream);
        List<LoggedDecision> found = new ArrayList<>();
        LogMark from = before == null ? LogMark.endOf(clock.now().plus(CLOCKS_APART)) : before;
        while (found.size() < limit) {
            int wanted = limit - found.size();
            List<LogMark> marks = groups.newestOf(stream, from, wanted);
            marks.forEach(mark -> groups.find(mark.position()).ifPresent(found::add));
            if (marks.size() < wanted) {
                return found;
            }
            from = marks.get(marks.size() - 1);
        }
        return found;
    }

    /**
     * @throws RequestRefusedException as {@link #find} does
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if history cannot be read now
     */
    public Reproduction reproduce(DecisionId id) {
        DecisionRecord decision = recordOf(find(id));
        Knowledge known = new Knowledge(
                profiles.atSequence(decision.listener(), decision.versions().profileSequence()),
                catalogs.at(decision.versions().catalog()),
                statistics.at(decision.versions().statistics()),
                embeddings.at(decision.versions().embeddings()));
        return Reproduction.of(decision, known, scorerOf(decision));
    }

    /**
     * As it is stored, also of a listener who is erased.
     *
     * @throws RequestRefusedException if no such decision was ever made, or its record is past retention
     */
    public LoggedDecision locate(DecisionId id) {
        return locate(id, ids.placeOf(id).orElseThrow(() -> unknown(id)));
    }

    private LoggedDecision locate(DecisionId id, Place place) {
        return groups.find(new LogPosition(place.epoch(), place.group(), place.slot()))
                .orElseThrow(() -> isPastRetention(place) ? gone(id) : unknown(id));
    }

    /** What a decision was made of and how it fell. */
    public DecisionRecord recordOf(LoggedDecision logged) {
        return contents.read(logged.stream(), logged.record());
    }

    private Scorer scorerOf(DecisionRecord decision) {
        String model = decision.versions().model();
        return models.find(model)
                .orElseThrow(() -> new IllegalStateException("model " + model + " is cited, and not kept"));
    }

    private boolean isPastRetention(Place place) {
        return place.servedAt().plus(retention).isBefore(clock.now());
    }

    private static RequestRefusedException unknown(DecisionId id) {
        return RequestRefusedException.of(Reason.NO_SUCH_DECISION, "no decision " + id + " was ever served");
    }

    private static RequestRefusedException gone(DecisionId id) {
        return RequestRefusedException.of(
                Reason.DECISION_PAST_RETENTION, "the record of decision " + id + " is past retention");
    }
}

package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.feature.CandidateShelf;
import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.feature.PageContext;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsFold;
import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.platform.PlayLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the platform knows when it has recorded some plays of each listener: profiles by its fold, statistics by its count. */
final class LastfmWorld {
    private final Map<String, Card> cards;
    private final Instant now;
    private final Map<String, Profile> profiles = new HashMap<>();
    private final Map<String, Integer> plays = new HashMap<>();
    private final Statistics statistics;

    /** @param known plays by listener, in the order of time */
    LastfmWorld(Map<String, Card> cards, Map<String, List<PlayLine>> known, Instant now) {
        this.cards = cards;
        this.now = now;
        StatisticsFold fold = new StatisticsFold(Statistics.empty());
        known.forEach((listener, theirs) -> {
            Profile profile = Profile.empty();
            for (RecordedEvent event : eventsOf(listener, theirs)) {
                profile = profile.apply(event);
                fold.apply(event);
            }
            profiles.put(listener, profile);
            theirs.forEach(play -> plays.merge(play.cardId(), 1, Integer::sum));
        });
        fold.cut(1, Map.of(0, 1L), now);
        statistics = fold.latest();
    }

    static Map<String, Card> cardsOf(List<CardLine> lines) {
        Map<String, Card> cards = new HashMap<>();
        lines.forEach(line -> cards.put(
                line.cardId(),
                new Card(
                        new CardId(line.cardId()),
                        CardKind.ARTIST,
                        line.title(),
                        line.creators(),
                        line.tags(),
                        line.publishedAt(),
                        false,
                        null)));
        return cards;
    }

    private List<RecordedEvent> eventsOf(String listener, List<PlayLine> theirs) {
        StreamId stream = StreamId.ofListener(listener);
        List<RecordedEvent> events = new ArrayList<>();
        Instant first = theirs.isEmpty() ? now : theirs.get(0).at();
        events.add(
                event(stream, 0, first, new ListenerRegistered(new ListenerId(listener), ListenerSettings.defaults())));
        for (PlayLine play : theirs) {
            Card card = cards.get(play.cardId());
            if (card != null) {
                events.add(event(
                        stream,
                        events.size(),
                        play.at(),
                        new InteractionRecorded(
                                new InteractionId(play.interactionId()),
                                InteractionType.PLAY,
                                card.facts(),
                                play.at(),
                                null,
                                null)));
            }
        }
        return events;
    }

    private static RecordedEvent event(StreamId stream, long sequence, Instant at, DomainEvent event) {
        UUID id = UUID.nameUUIDFromBytes((stream + " " + sequence).getBytes(StandardCharsets.UTF_8));
        return new RecordedEvent(stream, sequence, id, at, event, Map.of());
    }

    /** The most played artists but these. */
    List<String> mostPlayed(int count, Set<String> without) {
        return plays.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of one shelf with these artists, in this order. */
    FeatureMatrix features(String listener, List<String> artists) {
        List<Card> shelf = artists.stream().map(cards::get).toList();
        return FeatureMatrix.of(
                HomeFeatures.newest(),
                new FeatureInputs(
                        profiles.getOrDefault(listener, Profile.empty()),
                        statistics,
                        Embeddings.none(),
                        now,
                        PageContext.at("phone", now, 0),
                        List.of(new CandidateShelf(ShelfKey.parse("artists"), SourceKind.POPULAR, shelf))));
    }
}

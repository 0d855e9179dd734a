package dev.counterpoint.infra.benchmarks.page;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.source.RankedCards;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsFold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A made-up catalogue of the size of Last.fm's with listeners who played it: the same one each time. */
final class MadeUpWorld {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final int CARDS = 17_632;
    private static final int TAGS = 10_000;
    private static final int TAGS_OF_A_CARD = 16;
    private static final int PLAYS = 270;

    private final SeededRandom chance = new SeededRandom(2026);
    private final List<Card> cards = new ArrayList<>();
    private final List<Profile> profiles = new ArrayList<>();
    private final RankedCards ranked;

    MadeUpWorld(int listeners) {
        List<CatalogEvent> published = new ArrayList<>();
        for (int number = 0; number < CARDS; number++) {
            cards.add(card(number));
            published.add(new CatalogEvent.CardPublished(cards.get(number)));
        }
        for (SourceKind kind : SourceKind.ofShelves()) {
            published.add(new CatalogEvent.ShelfPublished(
                    new Shelf(new ShelfId(kind.written()), kind + " {tag}{card}", ShelfSource.of(kind), 50, null)));
        }
        Catalog catalog = Catalog.empty().with(1, Collections.nCopies(CatalogShards.COUNT, 0L), published);
        StatisticsFold counted = new StatisticsFold(Statistics.empty());
        for (int listener = 0; listener < listeners; listener++) {
            profiles.add(listener(listener, counted));
        }
        Statistics statistics =
                counted.cut(1, Map.of(0, 0L), NOW).map(Statistics.empty()::with).orElseThrow();
        ranked = new RankedCards(catalog, statistics);
    }

    List<Card> cards() {
        return cards;
    }

    RankedCards ranked() {
        return ranked;
    }

    Profile profile(int number) {
        return profiles.get(number % profiles.size());
    }

    static StreamId stream(int number) {
        return StreamId.ofListener("listener-" + number);
    }

    private Card card(int number) {
        List<String> tags = new ArrayList<>();
        while (tags.size() < TAGS_OF_A_CARD) {
            String tag = "tag " + fewer(TAGS);
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return new Card(
                new CardId("made-up-artist-" + number),
                CardKind.ARTIST,
                "Artist " + number,
                List.of("artist " + number),
                tags,
                NOW.minus(Duration.ofHours(number)),
                false,
                null);
    }

    private Profile listener(int number, StatisticsFold counted) {
        Profile profile = Profile.empty();
        for (int play = 0; play < PLAYS; play++) {
            Instant at = NOW.minus(Duration.ofHours(2L * (PLAYS - play)));
            InteractionRecorded event = new InteractionRecorded(
                    new InteractionId("play-" + play),
                    InteractionType.PLAY,
                    cards.get(fewer(CARDS)).facts(),
                    at,
                    null,
                    null);
            RecordedEvent recorded =
                    new RecordedEvent(stream(number), play, new UUID(number, play), at, event, Map.of());
            profile = profile.apply(recorded);
            counted.apply(recorded);
        }
        return profile;
    }

    /** A number below a limit, a small one more often: its logarithm is even. */
    private int fewer(int limit) {
        return (int) Math.pow(limit, chance.nextDouble()) - 1;
    }
}

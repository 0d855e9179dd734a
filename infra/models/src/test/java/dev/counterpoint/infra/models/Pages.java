package dev.counterpoint.infra.models;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.feature.CandidateShelf;
import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.feature.PageContext;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Pages to score. */
final class Pages {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-04T00:00:00Z");

    private Pages() {}

    /** One shelf at an hour: card i was published 20 · i days ago. */
    static FeatureMatrix at(int hour, int cards) {
        Instant now = MIDNIGHT.plus(Duration.ofHours(hour));
        List<Card> shelf = IntStream.range(0, cards).mapToObj(i -> card(i, now)).toList();
        return FeatureMatrix.of(
                HomeFeatures.HOME_1,
                new FeatureInputs(
                        Profile.empty(),
                        Statistics.empty(),
                        Embeddings.none(),
                        now,
                        PageContext.at("phone", now, 0),
                        List.of(new CandidateShelf(ShelfKey.parse("fresh"), SourceKind.FRESH, shelf))));
    }

    private static Card card(int number, Instant now) {
        return new Card(
                new CardId("card-" + number),
                CardKind.ALBUM,
                "Card " + number,
                List.of("somebody"),
                List.of("a tag"),
                now.minus(Duration.ofDays(20L * number)),
                false,
                null);
    }
}

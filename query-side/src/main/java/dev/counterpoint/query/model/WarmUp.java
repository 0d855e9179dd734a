package dev.counterpoint.query.model;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.feature.CandidateShelf;
import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.PageContext;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.statistics.Statistics;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Scores with a model that is about to serve, so that no listener pays for what is slow the first times. */
final class WarmUp {
    private static final int PAIRS = 400;
    private static final int TIMES = 50;

    private WarmUp() {}

    static void of(Scorer scorer) {
        FeatureMatrix page = FeatureMatrix.of(
                scorer.featureSet(),
                new FeatureInputs(
                        Profile.empty(),
                        Statistics.empty(),
                        Embeddings.none(),
                        Instant.EPOCH,
                        PageContext.at("phone", Instant.EPOCH, 0),
                        List.of(new CandidateShelf(ShelfKey.parse("warm-up"), SourceKind.POPULAR, cards()))));
        for (int i = 0; i < TIMES; i++) {
            scorer.score(page);
        }
    }

    private static List<Card> cards() {
        return IntStream.range(0, PAIRS)
                .mapToObj(i -> new Card(
                        new CardId("card-" + i),
                        CardKind.TRACK,
                        "Nothing",
                        List.of(),
                        List.of(),
                        Instant.EPOCH,
                        false,
                        null))
                .toList();
    }
}

package dev.counterpoint.query.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.query.catalog.CardVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is, or as it was.
 *
 * @param embedding absent where the publisher gave none
 * @param retired whether it may not be placed any more
 * @param since when this version was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardAnswer(
        String cardId,
        String kind,
        String title,
        List<String> creators,
        List<String> tags,
        Instant publishedAt,
        boolean explicit,
        float @Nullable [] embedding,
        boolean retired,
        Instant since) {

    static CardAnswer of(CardVersion version) {
        Card card = version.card();
        Embedding embedding = card.embedding();
        return new CardAnswer(
                card.cardId().value(),
                card.kind().written(),
                card.title(),
                card.creators(),
                card.tags(),
                card.publishedAt(),
                card.explicit(),
                embedding == null ? null : embedding.toArray(),
                version.retired(),
                version.since());
    }
}

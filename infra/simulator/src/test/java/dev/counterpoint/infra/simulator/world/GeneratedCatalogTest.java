package dev.counterpoint.infra.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.Card;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedCatalogTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void theSameSeed_givesTheSameCards() {
        assertThat(GeneratedCatalog.of(1, 300, NOW))
                .isEqualTo(GeneratedCatalog.of(1, 300, NOW))
                .isNotEqualTo(GeneratedCatalog.of(2, 300, NOW));
    }

    @Test
    void cards_haveAGenre_andCameOutWithinTwoYears() {
        List<Card> cards = GeneratedCatalog.of(1, 300, NOW);

        assertThat(cards).extracting(Card::cardId).doesNotHaveDuplicates();
        assertThat(cards)
                .allMatch(card ->
                        card.tags().get(0).startsWith("genre-") && card.tags().size() >= 3);
        assertThat(cards)
                .allMatch(card -> !card.publishedAt().isAfter(NOW)
                        && card.publishedAt().isAfter(NOW.minus(Duration.ofDays(731))));
    }
}

package dev.counterpoint.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogShardsTest {

    /** SHA-256("abc") starts with ba (FIPS 180-2, appendix B.1): 0xba & 63 = 58. */
    @Test
    void shardOf_aKnownDigest_isItsFirstSixBits() {
        assertThat(CatalogShards.shardOf(new CardId("abc"))).isEqualTo(58);
        assertThat(CatalogShards.shardOf(new ShelfId("abc"))).isEqualTo(58);
    }

    @Test
    void streams_areSixtyFourAndNoneIsAListeners() {
        assertThat(CatalogShards.streams()).hasSize(64).doesNotHaveDuplicates().noneMatch(s -> s.isListener());
        assertThat(CatalogShards.stream(7)).hasToString("catalog-07");
    }

    @Test
    void cards_areSpreadOverAllShards() {
        long used = IntStream.range(0, 2_000)
                .map(i -> CatalogShards.shardOf(new CardId("card-" + i)))
                .distinct()
                .count();

        assertThat(used).isEqualTo(64);
    }
}

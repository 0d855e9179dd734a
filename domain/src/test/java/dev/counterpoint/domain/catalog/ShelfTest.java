package dev.counterpoint.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private static final ShelfSource POPULAR = ShelfSource.of(SourceKind.POPULAR);

    @Test
    void limits_areThoseOfTheContract() {
        assertThat(shelf("Popular", 50, 19).pinnedRow()).isEqualTo(19);
        assertThatIllegalArgumentException().isThrownBy(() -> shelf("", 10, null));
        assertThatIllegalArgumentException().isThrownBy(() -> shelf("Popular", 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> shelf("Popular", 51, null));
        assertThatIllegalArgumentException().isThrownBy(() -> shelf("Popular", 10, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> shelf("Popular", 10, -1));
    }

    @Test
    void onlyAPinnedShelf_namesItsCards() {
        List<CardId> cards = List.of(new CardId("a"));

        assertThat(new ShelfSource(SourceKind.PINNED, cards).pinnedCards()).isEqualTo(cards);
        assertThatIllegalArgumentException().isThrownBy(() -> new ShelfSource(SourceKind.TAG, cards));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShelfSource(SourceKind.PINNED, cards, List.of("jazz")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShelfSource(SourceKind.TAG, List.of(), List.of("a".repeat(129))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShelfSource(SourceKind.TAG, List.of(), Collections.nCopies(9, "jazz")));
    }

    private static Shelf shelf(String title, int maxCards, Integer pinnedRow) {
        return new Shelf(new ShelfId("popular"), title, POPULAR, maxCards, pinnedRow);
    }
}

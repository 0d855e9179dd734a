package dev.counterpoint.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardTest {

    @Test
    void facts_ofACardWithManyTags_carryTheFirst16InOrder() {
        List<String> tags = IntStream.range(0, 40).mapToObj(i -> "tag" + i).toList();

        CardFacts facts = card("Kind of Blue", List.of("Miles Davis"), tags).facts();

        assertThat(facts.tags()).isEqualTo(tags.subList(0, 16));
        assertThat(facts.creators()).containsExactly("Miles Davis");
        assertThat(facts.kind()).isEqualTo(CardKind.ALBUM);
    }

    @Test
    void limits_areThoseOfTheContract() {
        assertThat(card("t".repeat(500), Collections.nCopies(32, "c"), Collections.nCopies(512, "t".repeat(128))))
                .isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> card("", List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> card("t".repeat(501), List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> card("t", Collections.nCopies(33, "c"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> card("t", List.of(), Collections.nCopies(513, "t")));
        assertThatIllegalArgumentException().isThrownBy(() -> card("t", List.of(), List.of("t".repeat(129))));
        assertThatIllegalArgumentException().isThrownBy(() -> card("t", List.of(), List.of("")));
    }

    @Test
    void lists_areCopiedOnTheWayIn() {
        List<String> tags = new ArrayList<>(List.of("jazz"));
        Card card = card("t", List.of(), tags);

        tags.add("modal");

        assertThat(card.tags()).containsExactly("jazz");
    }

    @Test
    void embedding_isEqualByValueAndNeverShared() {
        float[] values = new float[Embedding.DIMENSIONS];
        Embedding embedding = new Embedding(values);

        values[0] = 1;
        embedding.toArray()[1] = 1;

        assertThat(embedding).isEqualTo(new Embedding(new float[64])).hasSameHashCodeAs(new Embedding(new float[64]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Embedding(new float[63]));
        values[3] = Float.NaN;
        assertThatIllegalArgumentException().isThrownBy(() -> new Embedding(values));
    }

    private static Card card(String title, List<String> creators, List<String> tags) {
        return new Card(new CardId("album-1"), CardKind.ALBUM, title, creators, tags, Instant.EPOCH, false, null);
    }
}

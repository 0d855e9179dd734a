package dev.counterpoint.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShelfKeyTest {

    @Test
    void parse_ofWhatIsWritten_givesTheKeyBack() {
        ShelfKey template = ShelfKey.of(new ShelfId("popular"));
        ShelfKey instance = new ShelfKey(new ShelfId("tag"), "drum: and bass");

        assertThat(ShelfKey.parse(template.toString())).isEqualTo(template);
        assertThat(ShelfKey.parse(instance.toString())).isEqualTo(instance);
        assertThat(instance).hasToString("tag:drum: and bass");
    }

    @Test
    void instance_withoutAName_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ShelfKey.parse("tag:"));
    }

    @Test
    void order_isThatOfTheWrittenForm() {
        assertThat(ShelfKey.parse("tag:a")).isLessThan(ShelfKey.parse("tag:b")).isGreaterThan(ShelfKey.parse("tag"));
    }
}

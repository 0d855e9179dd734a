package dev.counterpoint.domain.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.encoding.UnreadableBytesException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardVectorBytesTest {
    private static final byte[] BYTES =
            CardVectorBytes.encode(CardVectors.of(MadeUpVectors.cards(20), MadeUpVectors.values(20, 1)));

    @Test
    void what_was_written_is_read_and_written_again_is_the_same() {
        CardVectors read = CardVectorBytes.decode(BYTES);

        assertThat(read.size()).isEqualTo(20);
        assertThat(CardVectorBytes.encode(read)).isEqualTo(BYTES);
        assertThat(CardVectorBytes.decode(CardVectorBytes.encode(CardVectors.none()))
                        .size())
                .isZero();
    }

    /** What lies in stores: never changes. */
    @Test
    void the_form_is_the_one_that_was_released() {
        float[] values = new float[2 * CardVectors.DIMENSIONS];
        values[0] = 0.5f;
        values[1] = -1;
        values[CardVectors.DIMENSIONS + 63] = 8;

        String hex = HexFormat.of()
                .formatHex(
                        CardVectorBytes.encode(CardVectors.of(List.of(new CardId("fado"), new CardId("bop")), values)));

        assertThat(hex)
                .isEqualTo("01" + "00000002" + "03626f70" + "046661646f" + "00".repeat(63) + "7f" + "40" + "81"
                        + "00".repeat(62));
    }

    @Test
    void bytes_that_are_cut_short_damaged_or_of_another_form_are_refused() {
        for (int length = 0; length < BYTES.length; length++) {
            refused(Arrays.copyOf(BYTES, length));
        }
        refused(Arrays.copyOf(BYTES, BYTES.length + 1));
        byte[] otherForm = BYTES.clone();
        otherForm[0] = 2;
        refused(otherForm);
        byte[] outOfOrder = BYTES.clone();
        outOfOrder[6] = 'z';
        refused(outOfOrder);
        byte[] noLength = BYTES.clone();
        Arrays.fill(noLength, BYTES.length - 64, BYTES.length, (byte) 0);
        refused(noLength);
    }

    private static void refused(byte[] bytes) {
        assertThatExceptionOfType(UnreadableBytesException.class).isThrownBy(() -> CardVectorBytes.decode(bytes));
    }
}

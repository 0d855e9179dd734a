package dev.counterpoint.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CanonicalReaderTest {

    @Test
    void small_numbers_take_one_byte() {
        CanonicalWriter out = new CanonicalWriter();
        out.writeNumber(127);
        out.writeNumber(128);

        assertThat(out.toBytes()).containsExactly(0x7F, 0x80, 0x01);
    }

    @Test
    void bytes_left_over_are_refused() {
        assertThatThrownBy(() -> new CanonicalReader(new byte[3]).requireEnd())
                .isInstanceOf(UnreadableBytesException.class)
                .hasMessage("3 bytes are left over");
    }

    @Test
    void a_count_beyond_the_end_is_refused_before_anything_is_allocated() {
        assertThatThrownBy(() -> new CanonicalReader(new byte[] {(byte) 0xFF, 0x7F}).readCount())
                .isInstanceOf(UnreadableBytesException.class)
                .hasMessageContaining("cannot follow");
    }

    @Test
    void a_number_that_never_ends_is_refused() {
        byte[] endless = new byte[20];
        Arrays.fill(endless, (byte) 0x80);

        assertThatThrownBy(() -> new CanonicalReader(endless).readNumber())
                .isInstanceOf(UnreadableBytesException.class)
                .hasMessageContaining("ten bytes");
    }

    @Test
    void a_word_that_was_not_written_before_is_refused() {
        assertThatThrownBy(() -> new CanonicalReader(new byte[] {3}).readWord())
                .isInstanceOf(UnreadableBytesException.class)
                .hasMessageContaining("word 3");
    }
}

package dev.counterpoint.domain.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventMetadataTest {
    private static final String GOLDEN = "000000010000000d636f7272656c6174696f6e496400000004c3a72d31";

    @Test
    void the_bytes_are_the_golden_ones() {
        EventMetadata metadata = EventMetadata.of(Map.of("correlationId", "ç-1"));

        assertThat(HexFormat.of().formatHex(metadata.bytes())).isEqualTo(GOLDEN);
    }

    @Test
    void bytes_that_are_cut_off_are_refused() {
        byte[] whole = HexFormat.of().parseHex(GOLDEN);
        for (int length = 0; length < whole.length; length++) {
            EventMetadata cut = new EventMetadata(Arrays.copyOf(whole, length));
            assertThatThrownBy(cut::toMap).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_length_that_is_absurd_is_refused() {
        EventMetadata absurd = new EventMetadata(HexFormat.of().parseHex("00000001ffffffff"));

        assertThatThrownBy(absurd::toMap).isInstanceOf(IllegalStateException.class);
    }
}

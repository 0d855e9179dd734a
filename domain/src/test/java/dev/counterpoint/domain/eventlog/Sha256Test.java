package dev.counterpoint.domain.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The one-block example of FIPS 180-2, appendix B.1. */
    @Test
    void the_value_of_abc_is_the_published_one() {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);

        assertThat(Sha256.of(abc)).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void parts_count_as_one_text() {
        assertThat(Sha256.of(new byte[] {1}, new byte[] {2, 3})).isEqualTo(Sha256.of(new byte[] {1, 2, 3}));
        assertThat(Sha256.of(new byte[] {1}, new byte[] {2})).isNotEqualTo(Sha256.of(new byte[] {2}, new byte[] {1}));
    }

    @Test
    void a_value_of_another_length_is_refused() {
        assertThatThrownBy(() -> new Sha256(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}

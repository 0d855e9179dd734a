package dev.counterpoint.domain.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private static final ListenerId LISTENER = new ListenerId("miles");

    @Test
    void of_theSameListenerAndKey_isTheSameStream() {
        assertThat(keyed(1).of(LISTENER)).isEqualTo(keyed(1).of(LISTENER));
        assertThat(keyed(1).of(LISTENER).isListener()).isTrue();
        assertThat(keyed(1).of(LISTENER).value()).doesNotContain("miles").hasSize(2 + 43);
    }

    @Test
    void of_anotherListenerOrKey_isAnotherStream() {
        assertThat(keyed(1).of(LISTENER)).isNotEqualTo(keyed(2).of(LISTENER));
        assertThat(keyed(1).of(LISTENER)).isNotEqualTo(keyed(1).of(new ListenerId("Miles")));
    }

    @Test
    void shortKey_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pseudonyms(new byte[31]));
    }

    private static Pseudonyms keyed(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return new Pseudonyms(key);
    }
}

package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

    /** SHA-256 of the empty message, and of 00000003 "abc" 00000000: from another implementation. */
    @Test
    void sequence_hasItsKnownDigest() {
        assertThat(Digest.ofSequence(List.of()))
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digest.ofSequence(List.of("abc", "")))
                .hasToString("2ddb14a1438cb06f0658085e174f50efba5cfb97b27cfcc9d5c69735e9602e1e");
    }

    @Test
    void sequences_thatJoinToTheSameText_differ() {
        assertThat(Digest.ofSequence(List.of("ab", "c"))).isNotEqualTo(Digest.ofSequence(List.of("a", "bc")));
    }

    @Test
    void bytes_makeTheSameDigest() {
        Digest digest = Digest.ofSequence(List.of("x"));

        assertThat(digest.bytes()).hasSize(Digest.BYTES);
        assertThat(Digest.of(digest.bytes())).isEqualTo(digest);
    }

    @Test
    void anythingElse_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest("00"));
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.of(new byte[31]));
    }
}

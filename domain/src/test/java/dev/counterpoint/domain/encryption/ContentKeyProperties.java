package dev.counterpoint.domain.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ContentKeyProperties {
    private static final ContentPlace HERE = ContentPlace.of("event", "l-1", "e-1");
    private final ContentKey key = new ContentKey(ContentKey.freshBytes());

    @Property
    void what_was_encrypted_is_decrypted(@ForAll byte[] plain, @ForAll String place) {
        ContentPlace there = ContentPlace.of("event", place);

        assertThat(key.decrypt(there, key.encrypt(there, plain))).isEqualTo(plain);
    }

    @Property(tries = 200)
    void the_same_content_at_the_same_place_gives_the_same_bytes_and_no_other_does(
            @ForAll byte[] plain, @ForAll byte[] other) {
        byte[] encrypted = key.encrypt(HERE, plain);

        assertThat(encrypted).isEqualTo(key.encrypt(HERE, plain)).hasSize(plain.length + ContentKey.OVERHEAD_BYTES);
        if (!Arrays.equals(plain, other)) {
            assertThat(nonce(key.encrypt(HERE, other))).isNotEqualTo(nonce(encrypted));
        }
        assertThat(nonce(key.encrypt(ContentPlace.of("event", "l-2", "e-1"), plain)))
                .isNotEqualTo(nonce(encrypted));
    }

    @Property(tries = 200)
    void a_changed_byte_is_found(@ForAll byte[] plain, @ForAll @IntRange(min = 0, max = 10_000) int where) {
        byte[] changed = key.encrypt(HERE, plain);
        changed[where % changed.length] ^= 1;

        assertThatThrownBy(() -> key.decrypt(HERE, changed)).isInstanceOf(UnreadableContentException.class);
    }

    private static byte[] nonce(byte[] encrypted) {
        return Arrays.copyOf(encrypted, 12);
    }
}

package dev.counterpoint.domain.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentProtectionTest {
    private static final StreamId ALICE = StreamId.ofListener("alice");
    private static final StreamId BOB = StreamId.ofListener("bob");
    private static final StreamId SHARD = new StreamId("catalog-1");
    private static final UUID ID = new UUID(1, 2);
    private static final EncodedEvent PLAY = new EncodedEvent(
            "interaction-recorded", 1, "{\"cardId\":\"kind-of-blue\"}".getBytes(StandardCharsets.UTF_8));
    private final InMemoryContentKeys keys = new InMemoryContentKeys();
    private final ContentProtection protection = new ContentProtection(keys);

    @Test
    void the_event_of_a_listener_is_unreadable_without_the_key_and_comes_back_with_it() {
        StoredContent stored = protection.protect(ALICE, ID, PLAY);

        assertThat(stored.keyId()).isEqualTo(StoredContent.OWN_KEY);
        assertThat(new String(stored.content().payload(), StandardCharsets.ISO_8859_1))
                .doesNotContain("kind-of-blue");
        assertThat(protection.open(ALICE, ID, stored)).isEqualTo(PLAY);
    }

    @Test
    void what_is_nobodys_stays_plain() {
        assertThat(protection.protect(SHARD, ID, PLAY)).isEqualTo(new StoredContent(StoredContent.NO_KEY, PLAY));
    }

    @Test
    void the_same_event_gives_the_same_bytes_so_that_a_repeated_append_is_recognised() {
        assertThat(protection.protect(ALICE, ID, PLAY)).isEqualTo(protection.protect(ALICE, ID, PLAY));
    }

    @Test
    void an_event_that_was_moved_to_another_stream_or_given_another_name_is_not_read() {
        StoredContent stored = protection.protect(ALICE, ID, PLAY);
        protection.protect(BOB, ID, PLAY);
        EncodedEvent renamed =
                new EncodedEvent("listener-registered", 1, stored.content().payload());

        assertThatThrownBy(() -> protection.open(BOB, ID, stored)).isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> protection.open(ALICE, new UUID(1, 3), stored))
                .isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> protection.open(ALICE, ID, new StoredContent(StoredContent.OWN_KEY, renamed)))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void a_key_that_never_was_is_another_fault_than_one_that_was_destroyed() {
        StoredContent stored = protection.protect(ALICE, ID, PLAY);

        assertThatThrownBy(() -> protection.open(BOB, ID, stored)).isInstanceOf(UnreadableEventException.class);
        keys.destroy(ALICE);
        assertThatThrownBy(() -> protection.open(ALICE, ID, stored)).isInstanceOf(ContentErasedException.class);
        assertThatThrownBy(() -> protection.protect(ALICE, ID, PLAY)).isInstanceOf(ContentErasedException.class);
    }

    @Test
    void keys_are_wrapped_by_one_master_key_and_unwrapped_by_all_that_are_known() {
        byte[] old = ContentKey.freshBytes();
        ContentPlace place = ContentPlace.of("key", "l-alice");
        byte[] wrapped = new MasterKeys("old", Map.of("old", old)).wrap(place, new byte[] {1, 2, 3});
        MasterKeys both = new MasterKeys("new", Map.of("old", old, "new", ContentKey.freshBytes()));

        assertThat(both.unwrap("old", place, wrapped)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> both.unwrap("new", place, wrapped)).isInstanceOf(UnreadableContentException.class);
        assertThatThrownBy(() -> both.unwrap("lost", place, wrapped)).isInstanceOf(UnreadableContentException.class);
        assertThatThrownBy(() -> new MasterKeys("lost", Map.of("old", old)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

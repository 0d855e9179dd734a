package dev.counterpoint.contracts.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.ContentKey;
import dev.counterpoint.domain.encryption.ContentKeys;
import dev.counterpoint.domain.encryption.ContentPlace;
import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of keys promises. */
public abstract class ContentKeysContract {
    private static final ContentPlace PLACE = ContentPlace.of("event", "any");
    private static final byte[] CONTENT = {1, 2, 3};

    private ContentKeys keys;
    private StreamId stream;

    /** The keeper under test; it may hold keys of other tests. */
    protected abstract ContentKeys keys();

    /** The same keys as another process sees them. */
    protected abstract ContentKeys keysOfAnotherProcess();

    @BeforeEach
    void takeAFreshStream() {
        keys = keys();
        stream = StreamId.ofListener(UUID.randomUUID().toString());
    }

    @Test
    void a_stream_where_nothing_was_written_has_no_key() {
        assertThat(keys.toRead(stream)).isEmpty();
    }

    @Test
    void a_key_is_made_once_and_is_the_same_for_all() {
        byte[] encrypted = keys.toWrite(stream).encrypt(PLACE, CONTENT);

        assertThat(keys.toWrite(stream).decrypt(PLACE, encrypted)).isEqualTo(CONTENT);
        assertThat(keysOfAnotherProcess().toRead(stream).orElseThrow().decrypt(PLACE, encrypted))
                .isEqualTo(CONTENT);
        assertThat(keysOfAnotherProcess().toWrite(stream).decrypt(PLACE, encrypted))
                .isEqualTo(CONTENT);
    }

    @Test
    void keys_that_were_read_ahead_are_as_they_would_be_without() {
        byte[] encrypted = keys.toWrite(stream).encrypt(PLACE, CONTENT);
        StreamId destroyed = StreamId.ofListener(UUID.randomUUID().toString());
        keys.toWrite(destroyed);
        keys.destroy(destroyed);
        StreamId unknown = StreamId.ofListener(UUID.randomUUID().toString());
        ContentKeys elsewhere = keysOfAnotherProcess();

        elsewhere.prepare(List.of(stream, destroyed, unknown));

        assertThat(elsewhere.toRead(stream).orElseThrow().decrypt(PLACE, encrypted))
                .isEqualTo(CONTENT);
        assertThatThrownBy(() -> elsewhere.toRead(destroyed)).isInstanceOf(ContentErasedException.class);
        assertThat(elsewhere.toRead(unknown)).isEmpty();
    }

    @Test
    void streams_have_different_keys() {
        byte[] mine = keys.toWrite(stream).encrypt(PLACE, CONTENT);
        ContentKey other = keys.toWrite(StreamId.ofListener(UUID.randomUUID().toString()));

        assertThat(other.encrypt(PLACE, CONTENT)).isNotEqualTo(mine);
    }

    @Test
    void those_who_make_a_key_at_once_get_the_same() {
        ContentKeys others = keysOfAnotherProcess();
        List<byte[]> encrypted = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? keys : others).toWrite(stream).encrypt(PLACE, CONTENT))
                .toList();

        assertThat(encrypted).allSatisfy(each -> assertThat(each).isEqualTo(encrypted.get(0)));
    }

    @Test
    void a_destroyed_key_is_gone_for_ever_and_none_takes_its_place() {
        keys.toWrite(stream);
        keys.destroy(stream);
        keys.destroy(stream);

        assertThatThrownBy(() -> keys.toRead(stream)).isInstanceOf(ContentErasedException.class);
        assertThatThrownBy(() -> keys.toWrite(stream)).isInstanceOf(ContentErasedException.class);
        assertThatThrownBy(() -> keysOfAnotherProcess().toWrite(stream)).isInstanceOf(ContentErasedException.class);
    }

    @Test
    void a_process_that_forgets_a_key_hears_that_it_was_destroyed() {
        ContentKeys others = keysOfAnotherProcess();
        others.toWrite(stream);
        keys.destroy(stream);
        others.forget(stream);

        assertThatThrownBy(() -> others.toRead(stream)).isInstanceOf(ContentErasedException.class);
    }

    @Test
    void a_stream_without_a_key_can_be_kept_from_ever_having_one() {
        keys.destroy(stream);

        assertThatThrownBy(() -> keys.toWrite(stream)).isInstanceOf(ContentErasedException.class);
    }
}

package dev.counterpoint.infra.cassandra.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.contracts.encryption.ContentKeysContract;
import dev.counterpoint.domain.encryption.ContentKey;
import dev.counterpoint.domain.encryption.ContentKeys;
import dev.counterpoint.domain.encryption.MasterKeys;
import dev.counterpoint.domain.encryption.UnreadableContentException;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.cassandra.Keyspaces;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CassandraContentKeysIT extends ContentKeysContract {
    private final byte[] master = ContentKey.freshBytes();

    @Override
    protected ContentKeys keys() {
        return keysUnder(master);
    }

    @Override
    protected ContentKeys keysOfAnotherProcess() {
        return keysUnder(master);
    }

    @Test
    void another_master_key_does_not_unwrap_what_was_made() {
        StreamId stream = StreamId.ofListener(UUID.randomUUID().toString());
        keys().toWrite(stream);

        assertThatThrownBy(() -> keysUnder(ContentKey.freshBytes()).toRead(stream))
                .isInstanceOf(UnreadableContentException.class);
    }

    private static ContentKeys keysUnder(byte[] master) {
        return new CassandraContentKeys(Keyspaces.shared(), new MasterKeys("m", Map.of("m", master)));
    }
}

package dev.counterpoint.infra.cassandra.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.contracts.profile.ProfilesContract;
import dev.counterpoint.domain.encryption.ContentPlace;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.query.profile.Profiles;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CassandraProfilesIT extends ProfilesContract {
    private static final ContentProtection PROTECTION = new ContentProtection(new InMemoryContentKeys());

    @Override
    protected Profiles profiles() {
        return new CassandraProfiles(Keyspaces.shared(), PROTECTION);
    }

    @Test
    void a_row_that_cannot_be_read_is_none() {
        StreamId stream = StreamId.ofListener(UUID.randomUUID().toString());
        for (String keyId : Arrays.asList(StoredContent.OWN_KEY, null)) {
            PROTECTION.protect(stream, ContentPlace.of("any"), new byte[1]);
            Keyspaces.shared()
                    .execute(
                            "INSERT INTO profiles (stream, fold_version, seq, key_id, profile) VALUES (?, ?, 3, ?, 0x0102030405)"
                                    + " USING TIMESTAMP 4",
                            stream.value(),
                            Profile.FOLD_VERSION,
                            keyId);

            assertThat(profiles().find(stream)).as("keyId %s", keyId).isEmpty();
        }
    }
}

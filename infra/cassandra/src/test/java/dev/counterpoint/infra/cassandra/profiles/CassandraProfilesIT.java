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

    @Test
    void profiles_of_two_folds_stand_beside_each_other_and_are_erased_together() {
        StreamId stream = StreamId.ofListener(UUID.randomUUID().toString());
        Profiles next = new CassandraProfiles(Keyspaces.shared(), PROTECTION, Profile.FOLD_VERSION + 1);
        Profile old = ProfilesContract.profileOf(stream, 3);
        profiles().save(stream, old).toCompletableFuture().join();

        assertThat(next.find(stream)).isEmpty();
        Profile rebuilt = ProfilesContract.profileOf(stream, 5);
        next.save(stream, rebuilt).toCompletableFuture().join();
        assertThat(next.find(stream)).contains(rebuilt);
        assertThat(profiles().find(stream)).contains(old);

        profiles().forget(stream);
        assertThat(next.find(stream)).isEmpty();
        assertThat(profiles().find(stream)).isEmpty();
    }

    @Test
    void whether_all_were_rebuilt_is_known_by_fold() {
        Profiles later = new CassandraProfiles(Keyspaces.shared(), PROTECTION, Profile.FOLD_VERSION + 7);

        assertThat(later.isRebuilt()).isFalse();
        later.markRebuilt();
        assertThat(later.isRebuilt()).isTrue();
        assertThat(new CassandraProfiles(Keyspaces.shared(), PROTECTION, Profile.FOLD_VERSION + 8).isRebuilt())
                .isFalse();
    }
}

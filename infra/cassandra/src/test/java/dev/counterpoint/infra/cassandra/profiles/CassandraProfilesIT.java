package dev.counterpoint.infra.cassandra.profiles;

import dev.counterpoint.contracts.profile.ProfilesContract;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.query.profile.Profiles;

class CassandraProfilesIT extends ProfilesContract {
    private static final ContentProtection PROTECTION = new ContentProtection(new InMemoryContentKeys());

    @Override
    protected Profiles profiles() {
        return new CassandraProfiles(Keyspaces.shared(), PROTECTION);
    }
}

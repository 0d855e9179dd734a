package dev.counterpoint.infra.cassandra.profiles;

import dev.counterpoint.contracts.profile.ProfilesContract;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.query.profile.Profiles;

class CassandraProfilesIT extends ProfilesContract {

    @Override
    protected Profiles profiles() {
        return new CassandraProfiles(Keyspaces.shared());
    }
}

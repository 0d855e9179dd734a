package dev.counterpoint.contracts.profile;

import dev.counterpoint.query.profile.InMemoryProfiles;
import dev.counterpoint.query.profile.Profiles;

class InMemoryProfilesTest extends ProfilesContract {

    @Override
    protected Profiles profiles() {
        return new InMemoryProfiles();
    }
}

package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.statistics.Statistics;

/** What is known of listener and world when a page is asked for. */
public record Moment(ProfileView listener, Statistics statistics, PageContext context) {

    static Moment of(FeatureInputs inputs) {
        return new Moment(inputs.profile().at(inputs.now()), inputs.statistics(), inputs.context());
    }

    /** In microseconds since 1970; never before the listener's last event. */
    long nowMicros() {
        return listener.nowMicros();
    }
}

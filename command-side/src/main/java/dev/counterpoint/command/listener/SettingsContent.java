package dev.counterpoint.command.listener;

import dev.counterpoint.command.stream.Fingerprint;
import dev.counterpoint.domain.listener.ListenerSettings;

/** The fingerprint by which settings sent again are recognised. It stands in snapshots, so it never changes. */
final class SettingsContent {
    private SettingsContent() {}

    static Fingerprint of(ListenerSettings settings) {
        Integer birthYear = settings.birthYear();
        return new Fingerprint.Writer()
                .text(settings.tier().written())
                .text(settings.country())
                .number(birthYear == null ? null : birthYear.longValue())
                .flag(settings.personalization())
                .finish();
    }
}

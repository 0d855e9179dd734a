package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The slices that a page belongs to, by what was known of its listener when it was served. */
public final class PageSlices {
    /** Since the registration: listeners are new for so long. */
    private static final Duration NEW = Duration.ofDays(7);

    private PageSlices() {}

    /** Such as {@code tier=free}, {@code country=SE} where it is known, {@code listener=new}. */
    public static List<String> of(Profile profile, Instant servedAt) {
        ListenerSettings settings = profile.settings();
        List<String> slices = new ArrayList<>();
        slices.add("tier=" + settings.tier().written());
        if (settings.country() != null) {
            slices.add("country=" + settings.country());
        }
        boolean isNew =
                profile.registeredAt().map(at -> at.plus(NEW).isAfter(servedAt)).orElse(false);
        slices.add("listener=" + (isNew ? "new" : "old"));
        return slices;
    }
}

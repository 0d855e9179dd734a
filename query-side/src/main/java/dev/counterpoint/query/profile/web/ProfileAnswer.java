package dev.counterpoint.query.profile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.profile.Affinities;
import dev.counterpoint.domain.profile.Affinity;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.profile.RecentCard;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.query.history.web.EventForm.SettingsForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is, or was, known of a listener.
 *
 * @param asOf the moment that features are computed for
 * @param sequence of the last event that is in it
 * @param recordedAt when that event was recorded
 * @param registeredAt absent where the listener was never registered
 * @param features every feature of the listener by name, with its value
 * @param tags those the listener likes most over four weeks, strongest first
 * @param creators likewise
 * @param recentCards those they played last, latest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileAnswer(
        String listenerId,
        Instant asOf,
        long sequence,
        @Nullable Instant recordedAt,
        @Nullable Instant registeredAt,
        int foldVersion,
        SettingsForm settings,
        String featureSet,
        Map<String, Float> features,
        List<AffinityForm> tags,
        List<AffinityForm> creators,
        List<RecentForm> recentCards) {
    private static final int STRONGEST = 20;

    /**
     * A liking.
     *
     * @param plays faded with a half-life of four weeks
     */
    record AffinityForm(String name, double plays, int playsThisWeek) {}

    /** A card that was played not long ago. */
    record RecentForm(String cardId, Instant lastPlayedAt, long plays) {}

    public static ProfileAnswer of(String listenerId, Profile profile, Instant asOf) {
        ProfileView view = profile.at(asOf);
        return new ProfileAnswer(
                listenerId,
                asOf,
                profile.sequence(),
                profile.lastRecordedAt().orElse(null),
                profile.registeredAt().orElse(null),
                Profile.FOLD_VERSION,
                SettingsForm.of(profile.settings()),
                HomeFeatures.newest().name(),
                HomeFeatures.newest().valuesOf(profile, asOf),
                strongest(view.tags()),
                strongest(view.creators()),
                view.recentCards().stream().map(ProfileAnswer::recent).toList());
    }

    private static List<AffinityForm> strongest(Affinities affinities) {
        return affinities.strongest(HalfLife.MONTH, STRONGEST).stream()
                .map(ProfileAnswer::affinity)
                .toList();
    }

    private static AffinityForm affinity(Affinity affinity) {
        return new AffinityForm(affinity.name(), affinity.value(), affinity.playsThisWeek());
    }

    private static RecentForm recent(RecentCard card) {
        return new RecentForm(card.cardId().value(), card.lastPlayedAt(), card.plays());
    }
}

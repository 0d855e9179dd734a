package dev.counterpoint.query.home;

import dev.counterpoint.domain.decision.Treatment;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.ExploringPolicy;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.query.model.Models;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Chooses how a listener is treated: by their arm where personalization is on; else, and where nothing could be read of them, by popularity
 * alone, with nothing left to chance.
 */
public final class Treatments {
    /** The word in {@code degraded} for a profile that was not read in time. */
    public static final String PROFILE_UNAVAILABLE = "profile-unavailable";

    private static final Scorer POPULARITY = Baselines.popularity();
    private static final String BASELINE = "baseline";

    private final Models models;
    private final Map<Tier, ExploringPolicy> policies;
    private final Arm.Shares arms;

    public Treatments(Models models, Map<Tier, ExploringPolicy> policies, Arm.Shares arms) {
        this.models = models;
        this.policies = Map.copyOf(policies);
        this.arms = arms;
    }

    /** @param usedProfile what the page may know of the listener */
    record Chosen(Treatment treatment, Scorer scorer, Profile usedProfile) {
        boolean isPersonal() {
            return treatment.arm() != null;
        }
    }

    Chosen of(StreamId listener, ListenersNow.Seen seen) {
        if (!seen.inTime()) {
            return impersonal(List.of(PROFILE_UNAVAILABLE));
        }
        if (!seen.profile().settings().personalization()) {
            return impersonal(List.of());
        }
        Arm arm = Arm.of(listener, arms);
        ExploringPolicy policy = policyOf(seen.profile().settings().tier());
        Models.Staged live = models.of(listener);
        boolean byPopularity = arm == Arm.POPULARITY;
        return new Chosen(
                new Treatment(arm, byPopularity ? BASELINE : live.stage(), arm.drawing(policy), List.of()),
                byPopularity ? POPULARITY : live.scorer(),
                seen.profile());
    }

    private ExploringPolicy policyOf(Tier tier) {
        return Objects.requireNonNull(policies.get(tier), () -> "a policy of tier " + tier.written());
    }

    private static Chosen impersonal(List<String> degraded) {
        return new Chosen(new Treatment(null, BASELINE, new Greedy(), degraded), POPULARITY, Profile.empty());
    }
}

package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.PageContext;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.profile.ProfileView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says which shelves of a page stand higher because of the time of day, the listener's mood or their tier. For each of these that says
 * something, the same model scores the same plan as if it did not know of it; a shelf that comes later in that order owes its place to it, and its shown
 * cards say so after the reasons of their source. True of any model, whatever it learned, at the price of one more scoring for each.
 *
 * @see "Wachter, Mittelstadt, Russell 2018, Counterfactual Explanations Without Opening the Black Box"
 */
final class ContextReasons {
    private static final int FEW_SKIPS = 2;
    private static final int MINUTES_PER_HOUR = 60;

    /** Something of the moment, and the inputs by which a model knows of it, as they are where it says nothing. */
    private enum Aspect {
        TIME(Map.of(
                "hourSin", 0f,
                "hourCos", 0f,
                "hourActivity28d", 1f,
                "recentShelfInMorning", 0f,
                "freshShelfAtNight", 0f,
                "shelfTagAtThisHour", 0.25f)) {
            @Override
            Optional<String> reason(ProfileView listener, PageContext context) {
                return Optional.of("suits the " + partOfDay(context.localMinute() / MINUTES_PER_HOUR));
            }
        },
        MOOD(Map.of("skipStreak", 0f, "popularShelfOnSkipStreak", 0f)) {
            @Override
            Optional<String> reason(ProfileView listener, PageContext context) {
                long skips = listener.skipStreak();
                return skips < FEW_SKIPS
                        ? Optional.empty()
                        : Optional.of("something else, since you skipped the last " + skips);
            }
        },
        TIER(Map.of("isPremium", 0f, "freshShelfForPremium", 0f)) {
            @Override
            Optional<String> reason(ProfileView listener, PageContext context) {
                return listener.settings().tier() == Tier.PREMIUM
                        ? Optional.of("suits those who have premium")
                        : Optional.empty();
            }
        };

        private final Map<String, Float> silent;

        Aspect(Map<String, Float> silent) {
            this.silent = silent;
        }

        /** In the listener's terms; empty where it says nothing of this listener now. */
        abstract Optional<String> reason(ProfileView listener, PageContext context);
    }

    private final Scorer scorer;
    private final HomeInputs inputs;
    private final Plan plan;
    private final FeatureMatrix matrix;

    /** @param matrix of the plan's pairs */
    ContextReasons(Scorer scorer, HomeInputs inputs, Plan plan, FeatureMatrix matrix) {
        this.scorer = scorer;
        this.inputs = inputs;
        this.plan = plan;
        this.matrix = matrix;
    }

    /**
     * The proposals, where the cards that the page shows have the reasons that their shelves were moved up for.
     *
     * @param drawn by the scores of the matrix
     */
    List<ShelfProposal> added(HomePolicy.Drawn drawn, ProfileView listener, PageContext context) {
        List<ShelfProposal> proposals = inputs.proposals();
        List<ShelfKey> order = drawn.order();
        if (order.size() < 2) {
            return proposals;
        }
        Map<ShelfKey, Set<CardId>> shown = shown(drawn.page());
        for (Aspect aspect : Aspect.values()) {
            Optional<String> reason = aspect.reason(listener, context);
            if (reason.isPresent()) {
                Set<ShelfKey> higher = higher(order, aspect);
                higher.retainAll(shown.keySet());
                proposals = withReason(proposals, reason.get(), higher, shown);
            }
        }
        return proposals;
    }

    private Set<ShelfKey> higher(List<ShelfKey> order, Aspect aspect) {
        Set<ShelfKey> higher = new HashSet<>();
        FeatureMatrix silent = matrix.with(aspect.silent);
        if (silent != matrix) {
            List<ShelfKey> otherwise = HomePolicy.order(plan, inputs, scorer.score(silent));
            for (int rank = 0; rank < order.size(); rank++) {
                if (rank < otherwise.indexOf(order.get(rank))) {
                    higher.add(order.get(rank));
                }
            }
        }
        return higher;
    }

    private static List<ShelfProposal> withReason(
            List<ShelfProposal> proposals, String reason, Set<ShelfKey> shelves, Map<ShelfKey, Set<CardId>> shown) {
        return shelves.isEmpty()
                ? proposals
                : proposals.stream()
                        .map(shelf -> shelves.contains(shelf.shelf())
                                ? shelf.withReason(reason, shown.getOrDefault(shelf.shelf(), Set.of()))
                                : shelf)
                        .toList();
    }

    private static Map<ShelfKey, Set<CardId>> shown(Page page) {
        Map<ShelfKey, Set<CardId>> shown = new HashMap<>();
        for (PageShelf shelf : page.shelves()) {
            shown.put(shelf.shelf(), shelf.cards().stream().map(PageCard::card).collect(Collectors.toSet()));
        }
        return shown;
    }

    private static String partOfDay(int hour) {
        if (hour < 5 || hour >= 22) {
            return "night";
        }
        return hour < 11 ? "morning" : hour < 17 ? "afternoon" : "evening";
    }
}

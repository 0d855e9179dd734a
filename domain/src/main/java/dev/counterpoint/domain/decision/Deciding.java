package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.PageContext;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.profile.Profile;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides pages and accounts for them: plan, features, scores, draw, and what of the moment moved a shelf up. A pure function of what is known, what is asked, and the model, so
 * that serving, audit and training all get the same.
 */
public final class Deciding {
    private final Scorer scorer;
    private final String code;
    private final String clock;

    /**
     * @param code version of the program, for the record
     * @param clock which time the platform lives by, for the record
     */
    public Deciding(Scorer scorer, String code, String clock) {
        this.scorer = scorer;
        this.code = code;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if a proposed card was never in the catalogue */
    public DecisionRecord decide(Knowledge known, Asked asked) {
        HomeInputs inputs = asked.inputs();
        Plan plan = HomePolicy.plan(inputs, asked.seed());
        PageContext context = asked.request().contextAt(asked.at());
        FeatureMatrix matrix = FeatureMatrix.of(scorer.featureSet(), known.featuresOf(plan, asked.at(), context));
        float[] scores = scorer.score(matrix);
        HomePolicy.Drawn drawn = HomePolicy.drawn(plan, inputs, scores, asked.seed());
        Page page = drawn.page();
        return new DecisionRecord(
                asked.listener(),
                asked.at(),
                asked.request(),
                versions(known),
                asked.treatment(),
                asked.seed(),
                new ContextReasons(scorer, inputs, plan, matrix)
                        .added(drawn, known.profile().at(asked.at()), context),
                blocked(inputs, asked),
                asked.late(),
                asked.calibration(),
                new PairScores(scores),
                Digest.of(matrix.digest()),
                page,
                captions(page, known));
    }

    /** Those that are proposed: the others would have stood nowhere. */
    private static Map<CardId, String> blocked(HomeInputs inputs, Asked asked) {
        Map<CardId, String> proposed = new HashMap<>(asked.blocked());
        proposed.keySet().retainAll(inputs.blocked());
        return proposed;
    }

    private CitedVersions versions(Knowledge known) {
        return new CitedVersions(
                known.profile().sequence(),
                Profile.FOLD_VERSION,
                known.catalog().number(),
                known.statistics().version(),
                known.embeddings().version(),
                scorer.featureSet().name(),
                scorer.modelId(),
                code,
                clock);
    }

    private static Map<CardId, Caption> captions(Page page, Knowledge known) {
        Map<CardId, Caption> captions = new HashMap<>();
        for (PageShelf shelf : page.shelves()) {
            for (PageCard card : shelf.cards()) {
                captions.put(card.card(), Caption.of(known.card(card.card())));
            }
        }
        return captions;
    }
}

package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.profile.AffinityRows;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.profile.RecentCard;
import dev.counterpoint.domain.statistics.CountryPopularity;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.Micros;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of listener and world when a page is asked for. What many features need is worked out once, when the first one asks. Not
 * thread-safe.
 */
public final class Moment {
    private static final double VECTOR_HALF_LIFE_DAYS = 7;
    private static final int PRIOR_KINDS = 7;

    private final ProfileView listener;
    private final Statistics statistics;
    private final Embeddings embeddings;
    private final PageContext context;
    private final CountryPopularity country;
    private final double novelty;
    private final double[] kindAffinities;
    private @Nullable AffinityRows tags;
    private @Nullable AffinityRows creators;
    private @Nullable List<RecentCard> recent;
    private @Nullable TagHours tagHours;
    private double @Nullable [] vector;

    Moment(ProfileView listener, Statistics statistics, Embeddings embeddings, PageContext context) {
        String code = listener.settings().country();
        this.listener = listener;
        this.statistics = statistics;
        this.embeddings = embeddings;
        this.context = context;
        this.country = code == null ? CountryPopularity.none() : statistics.country(code);
        this.novelty = ListenerFeatures.novelty(listener);
        this.kindAffinities = kindAffinities(listener);
    }

    static Moment of(FeatureInputs inputs) {
        return new Moment(
                inputs.profile().at(inputs.now()), inputs.statistics(), inputs.embeddings(), inputs.context());
    }

    ProfileView listener() {
        return listener;
    }

    Statistics statistics() {
        return statistics;
    }

    PageContext context() {
        return context;
    }

    /** In microseconds since 1970; never before the listener's last event. */
    long nowMicros() {
        return listener.nowMicros();
    }

    /** What is popular in the listener's country; nothing where they did not say which it is. */
    CountryPopularity country() {
        return country;
    }

    double novelty() {
        return novelty;
    }

    /** A kind's part of the listener's plays. */
    double kindAffinity(CardKind kind) {
        return kindAffinities[kind.ordinal()];
    }

    AffinityRows tags() {
        AffinityRows rows = tags;
        if (rows == null) {
            rows = listener.tags().rows();
            tags = rows;
        }
        return rows;
    }

    AffinityRows creators() {
        AffinityRows rows = creators;
        if (rows == null) {
            rows = listener.creators().rows();
            creators = rows;
        }
        return rows;
    }

    TagHours tagHours() {
        TagHours hours = tagHours;
        if (hours == null) {
            hours = new TagHours(recent(), nowMicros());
            tagHours = hours;
        }
        return hours;
    }

    /** Of the listener's vector with those of cards, each -1 to 1; 0 where one is not known. */
    double[] cosines(CardId[] cards) {
        return embeddings.isEmpty() ? new double[cards.length] : embeddings.cosines(vector(), cards);
    }

    /** Where the listener's taste lies, double[64]: the sum of the vectors of the cards played last, each halved with every seven days since. */
    private double[] vector() {
        double[] sum = vector;
        if (sum != null) {
            return sum;
        }
        sum = new double[Embedding.DIMENSIONS];
        for (RecentCard card : recent()) {
            double days = (double) (nowMicros() - Micros.of(card.lastPlayedAt())) / Micros.PER_DAY;
            embeddings.addTo(sum, card.cardId(), Shapes.recency(Math.max(0, days), VECTOR_HALF_LIFE_DAYS));
        }
        vector = sum;
        return sum;
    }

    private List<RecentCard> recent() {
        List<RecentCard> cards = recent;
        if (cards == null) {
            cards = listener.recentCards();
            recent = cards;
        }
        return cards;
    }

    private static double[] kindAffinities(ProfileView listener) {
        CardKind[] kinds = CardKind.values();
        double[] affinities = new double[kinds.length];
        double all = listener.count(InteractionType.PLAY, HalfLife.MONTH);
        for (CardKind kind : kinds) {
            affinities[kind.ordinal()] = Shapes.rate(listener.plays(kind, HalfLife.MONTH), all, 1, PRIOR_KINDS);
        }
        return affinities;
    }
}

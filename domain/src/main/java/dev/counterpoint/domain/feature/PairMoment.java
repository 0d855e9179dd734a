package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.profile.AffinityRows;
import dev.counterpoint.domain.profile.Exposure;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.statistics.CardStatistics;
import dev.counterpoint.domain.statistics.Rates;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.domain.time.SlidingWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one card on one shelf when a page is asked for; it goes from shelf to shelf, and from card to card. Not thread-safe. */
public final class PairMoment {
    private final Moment moment;
    private final ProfileView listener;
    private CardLookups shelf;
    private int rank;

    PairMoment(Moment moment) {
        this.moment = moment;
        this.listener = moment.listener();
        this.shelf = new CardLookups(moment, List.of());
    }

    /** Goes to a shelf; {@link #moveTo} one of its cards next. */
    void enter(List<Card> cards) {
        shelf = new CardLookups(moment, cards);
    }

    /** @param itsRank the card's place in its shelf's list, from 0 */
    void moveTo(int itsRank) {
        rank = itsRank;
    }

    Moment moment() {
        return moment;
    }

    ProfileView listener() {
        return listener;
    }

    Card card() {
        return shelf.card(rank);
    }

    int rank() {
        return rank;
    }

    CardStatistics statistics() {
        return shelf.statistics(rank);
    }

    Rates rates() {
        return shelf.rates(rank);
    }

    /** How the card was met and not taken up; null where it was taken up since, or that is not remembered. */
    @Nullable
    Exposure exposure() {
        return shelf.exposure(rank);
    }

    /** Days since this listener played the card, ≥ 0; -1 where that is not remembered. */
    double daysSincePlayed() {
        return shelf.daysSincePlayed(rank);
    }

    /** Days since the card was published; below 0 for one that is announced. */
    double ageDays() {
        return (double) (moment.nowMicros() - Micros.of(card().publishedAt())) / Micros.PER_DAY;
    }

    /** What the listener thinks of the card's tags: their weighted mean, in plays. */
    double tagAffinity(HalfLife halfLife) {
        return shelf.ofTags(rank, AffinityRows.column(halfLife));
    }

    /** What the listener thinks of the card's creators: their weighted mean, in plays. */
    double creatorAffinity(HalfLife halfLife) {
        return shelf.ofCreators(rank, AffinityRows.column(halfLife));
    }

    /** The listener's plays of the card's tags within a window: their weighted mean. */
    double tagPlays(SlidingWindow window) {
        return shelf.ofTags(rank, AffinityRows.column(window));
    }

    /** The listener's plays of the card's creators within a window: their weighted mean. */
    double creatorPlays(SlidingWindow window) {
        return shelf.ofCreators(rank, AffinityRows.column(window));
    }

    /** Of the listener's vector with the card's, -1 to 1; 0 where one is not known. */
    double cosine() {
        return shelf.cosine(rank);
    }
}

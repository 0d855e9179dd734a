package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.identity.Identifiers;
import dev.counterpoint.domain.profile.ShelfResponse;
import dev.counterpoint.domain.statistics.Rates;
import dev.counterpoint.domain.time.HalfLife;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one shelf when a page is asked for.
 *
 * @param rates how all listeners respond to its template
 * @param response how this listener does, faded with a half-life of four weeks
 * @param tag the tag that it is about; null for other shelves
 * @param daysSinceSeed days since the card that it is about was played; -1 for other shelves or where that is not remembered
 */
public record ShelfMoment(
        Moment moment,
        CandidateShelf shelf,
        Rates rates,
        ShelfResponse response,
        @Nullable String tag,
        double daysSinceSeed) {

    static ShelfMoment of(Moment moment, CandidateShelf shelf) {
        return new ShelfMoment(
                moment,
                shelf,
                Rates.at(moment.statistics().shelf(shelf.shelf().template()), moment.nowMicros()),
                moment.listener().shelf(shelf.shelf().template(), HalfLife.MONTH),
                shelf.source() == SourceKind.TAG ? shelf.shelf().instance() : null,
                daysSinceSeed(moment, shelf));
    }

    boolean isFrom(SourceKind source) {
        return shelf.source() == source;
    }

    /** What the listener thinks of the shelf's tag, in plays; 0 for other shelves. */
    double tagAffinity(HalfLife halfLife) {
        return tag == null ? 0 : moment.listener().tags().of(tag, halfLife);
    }

    private static double daysSinceSeed(Moment moment, CandidateShelf shelf) {
        String seed = shelf.source() == SourceKind.BECAUSE ? shelf.shelf().instance() : null;
        return seed == null || !Identifiers.isValid(seed)
                ? -1
                : moment.listener().daysSincePlayed(new CardId(seed));
    }
}

package dev.counterpoint.infra.simulator.drive;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import java.time.Instant;
import java.util.List;

/** A platform as its client apps see it. Thread-safe. */
public interface DrivenPlatform {

    void register(String listener, Tier tier);

    /** Moves the platform's time, forwards. */
    void moveClock(Instant to);

    ServedPage home(String listener, int utcOffsetMinutes);

    /** Tells what a listener did on a page, in order of time; all of it has happened by the platform's clock. */
    void tell(String listener, List<Told> deeds);

    /**
     * A page as it was answered.
     *
     * @param servedBy what made it: a model, popularity, or chance
     */
    record ServedPage(String decisionId, String servedBy, List<ServedShelf> shelves) {
        public ServedPage {
            shelves = List.copyOf(shelves);
        }
    }

    /** A row of a page, its cards by column. */
    record ServedShelf(ShelfKey shelf, List<CardId> cards) {
        public ServedShelf {
            cards = List.copyOf(cards);
        }
    }

    /**
     * Something that a listener did.
     *
     * @param id unique among the listener's
     */
    record Told(String id, String decisionId, Deed deed, Instant at) {}
}

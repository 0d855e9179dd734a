package dev.counterpoint.command.listener;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.event.StreamId;
import java.util.Map;

/** What is known of a page that was served. */
public sealed interface ServedPage {

    /**
     * The page, with its cards where they stood.
     *
     * @param listener the stream of the listener whom it was served to
     */
    record Kept(StreamId listener, Map<CardId, Slot> slots) implements ServedPage {
        public Kept {
            slots = Map.copyOf(slots);
        }
    }

    /** It was served, and its record is not kept any more: nobody can say to whom. */
    record PastRetention() implements ServedPage {}

    /**
     * A place on a page.
     *
     * @param row from 0
     * @param column from 0
     */
    record Slot(ShelfKey shelf, int row, int column) {}
}

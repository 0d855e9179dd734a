package dev.counterpoint.command.catalog;

import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.event.StreamId;
import java.util.List;

/**
 * Publish these cards of one shard, in this order, all or none. Answered with one boolean a card: whether it changed anything.
 *
 * @param cards 1 to 128, together below the size of an append
 */
public record PublishCards(StreamId stream, List<Card> cards) implements StreamCommand {
    public PublishCards {
        cards = List.copyOf(cards);
    }
}

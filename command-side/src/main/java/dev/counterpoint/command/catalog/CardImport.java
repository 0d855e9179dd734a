package dev.counterpoint.command.catalog;

import dev.counterpoint.command.bulk.Chunks;
import dev.counterpoint.command.bulk.GroupImport;
import dev.counterpoint.command.bulk.Lanes;
import dev.counterpoint.command.bulk.Numbered;
import dev.counterpoint.command.bulk.Tally;
import dev.counterpoint.command.stream.Commands;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Publishes many cards: a lane a shard, so that versions of one card stay in their order. Thread-safe. */
public final class CardImport implements GroupImport<Card> {
    private static final int CARDS_AT_ONCE = 128;

    private final Commands commands;
    private final Lanes lanes;

    public CardImport(Commands commands, Lanes lanes) {
        this.commands = commands;
        this.lanes = lanes;
    }

    @Override
    public CompletableFuture<Void> start(List<Numbered<Card>> lines, Tally tally, String correlationId) {
        return lanes.start(
                lines,
                card -> CatalogShards.shardOf(card.cardId()),
                (shard, cards) -> Chunks.run(
                        cards,
                        CARDS_AT_ONCE,
                        chunk -> publish(CatalogShards.stream(shard), chunk, tally, correlationId),
                        tally),
                tally);
    }

    private void publish(StreamId shard, List<Numbered<Card>> chunk, Tally tally, String correlationId) {
        List<Card> cards = chunk.stream().map(Numbered::item).toList();
        List<Boolean> changed = commands.send(new PublishCards(shard, cards), correlationId);
        long news = changed.stream().filter(isChanged -> isChanged).count();
        tally.accepted(news);
        tally.duplicates(changed.size() - news);
    }
}

package dev.counterpoint.command.catalog;

import dev.counterpoint.command.stream.Commands;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.DefaultShelves;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.ArrayList;
import java.util.List;

/** Publishing and retiring what can be shown, and the rules of it, one thing at a time. Every answer says whether anything changed. Thread-safe. */
public final class Publishing {
    private final Commands commands;
    private final KnownCards cards;

    public Publishing(Commands commands, KnownCards cards) {
        this.commands = commands;
        this.cards = cards;
    }

    public boolean publish(Card card, String correlationId) {
        StreamId shard = CatalogShards.stream(CatalogShards.shardOf(card.cardId()));
        List<Boolean> changed = commands.send(new PublishCards(shard, List.of(card)), correlationId);
        return changed.get(0);
    }

    /** @throws RequestRefusedException if the card was never published */
    public boolean retire(CardId cardId, String correlationId) {
        StreamId shard = CatalogShards.stream(CatalogShards.shardOf(cardId));
        Retirement retirement = commands.send(new RetireCard(shard, cardId), correlationId);
        if (retirement == Retirement.NO_SUCH_CARD) {
            throw RequestRefusedException.of(Reason.NO_SUCH_CARD, "no card " + cardId + " was ever published");
        }
        return retirement == Retirement.RETIRED;
    }

    /** @throws RequestRefusedException if the shelf pins a card that was never published */
    public boolean publish(Shelf shelf, String correlationId) {
        requireKnown(shelf.source().pinnedCards());
        return commands.send(new PublishShelf(shardOf(shelf), shelf, false), correlationId);
    }

    /** @throws RequestRefusedException if the shelf was never published */
    public boolean withdraw(ShelfId shelfId, String correlationId) {
        StreamId shard = CatalogShards.stream(CatalogShards.shardOf(shelfId));
        Withdrawal withdrawal = commands.send(new WithdrawShelf(shard, shelfId), correlationId);
        if (withdrawal == Withdrawal.NEVER_PUBLISHED) {
            throw RequestRefusedException.of(Reason.NO_SUCH_SHELF, "no shelf " + shelfId + " was ever published");
        }
        return withdrawal == Withdrawal.WITHDRAWN;
    }

    public boolean publish(Rule rule, String correlationId) {
        return commands.send(new PublishRule(shardOf(rule.ruleId()), rule), correlationId);
    }

    /** @throws RequestRefusedException if the rule was never published */
    public boolean withdraw(RuleId ruleId, String correlationId) {
        Withdrawal withdrawal = commands.send(new WithdrawRule(shardOf(ruleId), ruleId), correlationId);
        if (withdrawal == Withdrawal.NEVER_PUBLISHED) {
            throw RequestRefusedException.of(Reason.NO_SUCH_RULE, "no rule " + ruleId + " was ever published");
        }
        return withdrawal == Withdrawal.WITHDRAWN;
    }

    /**
     * Publishes those of the default shelves that never were there. A publisher's own version stays, and what was withdrawn stays away, so this may run at every start.
     *
     * @return how many were published
     */
    public int publishDefaultShelves() {
        int published = 0;
        for (Shelf shelf : DefaultShelves.all()) {
            published +=
                    commands.<Boolean>send(new PublishShelf(shardOf(shelf), shelf, true), "default-shelves") ? 1 : 0;
        }
        return published;
    }

    private void requireKnown(List<CardId> pinned) {
        List<Refusal> unknown = new ArrayList<>();
        for (int i = 0; i < pinned.size(); i++) {
            if (cards.find(pinned.get(i)).isEmpty()) {
                String detail = "no card " + pinned.get(i) + " was ever published";
                unknown.add(new Refusal(Reason.UNKNOWN_CARD, detail, "/source/cards/" + i));
            }
        }
        if (!unknown.isEmpty()) {
            throw new RequestRefusedException(unknown);
        }
    }

    private static StreamId shardOf(RuleId ruleId) {
        return CatalogShards.stream(CatalogShards.shardOf(ruleId));
    }

    private static StreamId shardOf(Shelf shelf) {
        return CatalogShards.stream(CatalogShards.shardOf(shelf.shelfId()));
    }
}

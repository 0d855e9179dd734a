package dev.counterpoint.command.catalog;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.counterpoint.command.stream.Fingerprint;
import dev.counterpoint.command.stream.StateSnapshot;
import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.command.stream.StreamState;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.catalog.CatalogEvent.RulePublished;
import dev.counterpoint.domain.catalog.CatalogEvent.RuleWithdrawn;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfWithdrawn;
import dev.counterpoint.domain.event.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One of the 64 shards of the catalogue: knows of each of its cards, shelves and rules which content is the present one, and no content. */
@AggregateRoot(type = "catalog")
public class CardShard implements StreamState {
    private static final int MIN_EVENTS_PER_SNAPSHOT = 500;

    @AggregateIdentifier
    private @Nullable String stream;

    private Instant lastRecordedAt = Instant.EPOCH;
    private final ShardEntries entries;

    /** A shard without events. */
    protected CardShard() {
        this.entries = new ShardEntries();
    }

    CardShard(String stream, Instant lastRecordedAt, ShardEntries entries) {
        this.stream = stream;
        this.lastRecordedAt = lastRecordedAt;
        this.entries = entries;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Boolean> handle(PublishCards command) {
        List<Boolean> changed = new ArrayList<>();
        for (Card card : command.cards()) {
            boolean differs = !entries.holdsCard(card.cardId(), Contents.of(card));
            if (differs) {
                record(command, new CardPublished(card));
            }
            changed.add(differs);
        }
        return changed;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Retirement handle(RetireCard command) {
        if (!entries.knows(command.cardId())) {
            return Retirement.NO_SUCH_CARD;
        }
        if (entries.isRetired(command.cardId())) {
            return Retirement.ALREADY_RETIRED;
        }
        record(command, new CardRetired(command.cardId()));
        return Retirement.RETIRED;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(PublishShelf command) {
        Fingerprint content = Contents.of(command.shelf());
        boolean stays = command.onlyIfAbsent()
                ? entries.knows(command.shelf().shelfId())
                : entries.holdsShelf(command.shelf().shelfId(), content);
        if (stays) {
            return false;
        }
        record(command, new ShelfPublished(command.shelf()));
        return true;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Withdrawal handle(WithdrawShelf command) {
        if (!entries.knows(command.shelfId())) {
            return Withdrawal.NEVER_PUBLISHED;
        }
        if (entries.isWithdrawn(command.shelfId())) {
            return Withdrawal.ALREADY_WITHDRAWN;
        }
        record(command, new ShelfWithdrawn(command.shelfId()));
        return Withdrawal.WITHDRAWN;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(PublishRule command) {
        boolean differs = !entries.holdsRule(command.rule().ruleId(), Contents.of(command.rule()));
        if (differs) {
            record(command, new RulePublished(command.rule()));
        }
        return differs;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Withdrawal handle(WithdrawRule command) {
        if (!entries.knows(command.ruleId())) {
            return Withdrawal.NEVER_PUBLISHED;
        }
        if (entries.isWithdrawn(command.ruleId())) {
            return Withdrawal.ALREADY_WITHDRAWN;
        }
        record(command, new RuleWithdrawn(command.ruleId()));
        return Withdrawal.WITHDRAWN;
    }

    /** The first event of a stream needs its name before it can tell it. */
    private void record(StreamCommand command, CatalogEvent event) {
        stream = command.stream().value();
        apply(event);
    }

    @EventSourcingHandler
    void on(CatalogEvent event, @SourceId String stream, @Timestamp Instant recordedAt) {
        this.stream = stream;
        this.lastRecordedAt = recordedAt;
        if (event instanceof CardPublished published) {
            entries.putCard(published.card().cardId(), Contents.of(published.card()));
        } else if (event instanceof CardRetired retired) {
            entries.retire(retired.cardId());
        } else if (event instanceof ShelfPublished published) {
            entries.putShelf(published.shelf().shelfId(), Contents.of(published.shelf()));
        } else if (event instanceof ShelfWithdrawn withdrawn) {
            entries.withdraw(withdrawn.shelfId());
        } else if (event instanceof RulePublished published) {
            entries.putRule(published.rule().ruleId(), Contents.of(published.rule()));
        } else if (event instanceof RuleWithdrawn withdrawn) {
            entries.withdraw(withdrawn.ruleId());
        }
    }

    @Override
    public Instant lastRecordedAt() {
        return lastRecordedAt;
    }

    /** Always null: cards have versions, and each is caused by its command. */
    @Override
    public @Nullable String causeOf(DomainEvent event) {
        return null;
    }

    @Override
    public StateSnapshot snapshot() {
        return CardShardForm.write(Objects.requireNonNull(stream), lastRecordedAt, entries);
    }

    /** In proportion to the size: a bulk load then writes each entry into a snapshot a bounded number of times. */
    @Override
    public int eventsPerSnapshot() {
        return Math.max(MIN_EVENTS_PER_SNAPSHOT, entries.size());
    }

    @Override
    public int weight() {
        return entries.weight();
    }

    @Override
    public void keep() {
        entries.keep();
    }

    /** The time of the last event may stay too late, which the events to come only follow. */
    @Override
    public boolean revert() {
        entries.revert();
        return true;
    }
}

package dev.counterpoint.contracts.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.query.catalog.CardVersion;
import dev.counterpoint.query.catalog.CardVersions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The versions of cards, wherever they are kept. */
public abstract class CardVersionsContract {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00.000001Z");

    private CardVersions versions = versions();
    private CardId card = new CardId("some-card");

    /** The keeper under test; it may hold cards of other tests. */
    protected abstract CardVersions versions();

    @BeforeEach
    void takeACard() {
        versions = versions();
        card = new CardId(UUID.randomUUID().toString());
    }

    @Test
    void card_isAsItWasAtEachMoment_alsoAfterItWasRetired_inWhateverOrderItBecameKnown() {
        add(9, new CardPublished(edition("third")));
        add(0, new CardPublished(edition("first")));
        add(7, new CardRetired(card));
        add(3, new CardPublished(edition("second")));
        add(3, new CardPublished(edition("second")));

        assertThat(versions.asOf(card, at(0).minusNanos(1_000))).isEmpty();
        assertThat(versions.asOf(card, at(0))).contains(new CardVersion(edition("first"), at(0), false));
        assertThat(versions.asOf(card, at(2))).contains(new CardVersion(edition("first"), at(0), false));
        assertThat(versions.asOf(card, at(6))).contains(new CardVersion(edition("second"), at(3), false));
        assertThat(versions.asOf(card, at(8))).contains(new CardVersion(edition("second"), at(7), true));
        assertThat(versions.asOf(card, at(99))).contains(new CardVersion(edition("third"), at(9), false));
    }

    @Test
    void card_thatWasNeverPublished_isNotThere() {
        assertThat(versions.asOf(card, at(99))).isEmpty();
    }

    @Test
    void event_thatIsNotOfACard_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add(0, new ListenerSettingsChanged(ListenerSettings.defaults())));
    }

    private void add(long sequence, DomainEvent event) {
        versions.add(new RecordedEvent(
                        CatalogShards.stream(CatalogShards.shardOf(card)),
                        sequence,
                        new UUID(3, sequence),
                        at(sequence),
                        event,
                        Map.of()))
                .toCompletableFuture()
                .join();
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private Card edition(String title) {
        return new Card(
                card,
                CardKind.ALBUM,
                title,
                List.of("Miles Davis"),
                List.of("jazz"),
                Instant.EPOCH,
                true,
                new Embedding(new float[Embedding.DIMENSIONS]));
    }
}

package dev.counterpoint.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.lease.InMemoryLeases;
import dev.counterpoint.query.InMemoryHistory;
import dev.counterpoint.query.TestClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedCatalogTest {
    private final TestClock clock = new TestClock();
    private final InMemoryHistory history = new InMemoryHistory();
    private final InMemoryCatalogEpochs epochs = new InMemoryCatalogEpochs();
    private final CuttingEpochs cutting =
            new CuttingEpochs(epochs, history, new InMemoryLeases(clock), clock, "this process");
    private final FollowedCatalog catalog = new FollowedCatalog(epochs, history);

    @Test
    void nothingPublished_isTheEmptyEpoch() {
        assertThat(catalog.follow()).isFalse();
        assertThat(catalog.current().number()).isZero();
        assertThat(catalog.at(0).size()).isZero();
    }

    @Test
    void epoch_coversItsHeads_andNothingBehindThem() {
        publish("a", "first");
        cut();
        publish("b", "first");

        assertThat(catalog.follow()).isTrue();

        assertThat(catalog.current().number()).isEqualTo(1);
        assertThat(catalog.current().card(new CardId("a"))).isPresent();
        assertThat(catalog.current().card(new CardId("b"))).isEmpty();
        assertThat(catalog.follow()).isFalse();
    }

    @Test
    void severalEpochsAtOnce_areOneStep() {
        for (int i = 0; i < 5; i++) {
            publish("card-" + i, "first");
            cut();
        }

        catalog.follow();

        assertThat(catalog.current().number()).isEqualTo(5);
        assertThat(catalog.current().size()).isEqualTo(5);
    }

    @Test
    void earlierEpoch_isReadAsItWas_alsoByAProcessThatNeverHeldIt() {
        publish("a", "first");
        cut();
        publish("a", "second");
        cut();
        retire("a");
        cut();
        catalog.follow();

        for (FollowedCatalog each : List.of(catalog, followed())) {
            assertThat(title(each.at(1), "a")).isEqualTo("first");
            assertThat(title(each.at(3), "a")).isEqualTo("second");
            assertThat(each.at(3).isRetired(new CardId("a"))).isTrue();
            assertThat(each.at(2).isRetired(new CardId("a"))).isFalse();
            assertThat(title(each.at(2), "a")).isEqualTo("second");
        }
    }

    @Test
    void epochOfManyEvents_isReadWhole() {
        for (int i = 0; i < 1_300; i++) {
            publish("same", "edition " + i);
        }
        cut();

        assertThat(title(followed().current(), "same")).isEqualTo("edition 1299");
    }

    @Test
    void epochThatWasNeverCut_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.at(7));
    }

    private FollowedCatalog followed() {
        FollowedCatalog other = new FollowedCatalog(epochs, history);
        other.follow();
        return other;
    }

    private static String title(Catalog catalog, String cardId) {
        return catalog.card(new CardId(cardId)).orElseThrow().title();
    }

    private void cut() {
        cutting.lookAtTheStore();
        cutting.cut().orElseThrow();
    }

    private void publish(String cardId, String title) {
        history.append(
                streamOf(cardId),
                clock.now(),
                new CardPublished(new Card(
                        new CardId(cardId),
                        CardKind.TRACK,
                        title,
                        List.of(),
                        List.of("jazz"),
                        Instant.EPOCH,
                        false,
                        null)));
    }

    private void retire(String cardId) {
        history.append(streamOf(cardId), clock.now(), new CardRetired(new CardId(cardId)));
    }

    private static StreamId streamOf(String cardId) {
        return CatalogShards.stream(CatalogShards.shardOf(new CardId(cardId)));
    }
}

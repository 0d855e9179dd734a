package dev.counterpoint.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.lease.InMemoryLeases;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.query.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CuttingEpochsTest {
    private final TestClock clock = new TestClock();
    private final Leases leases = new InMemoryLeases(clock);
    private final CatalogEpochs epochs = new InMemoryCatalogEpochs();
    private final Heads heads = new Heads();
    private final CuttingEpochs cutting = cuttingAs("a");

    @Test
    void cut_whenNothingWasPublished_cutsNothing() {
        assertThat(cutting.cut()).isEmpty();
        assertThat(epochs.latest().number()).isZero();
    }

    @Test
    void cut_afterEvents_coversExactlyThem() {
        cutting.saw(CatalogShards.stream(3), 7);
        cutting.saw(CatalogShards.stream(3), 5);

        CatalogEpoch epoch = cutting.cut().orElseThrow();

        assertThat(epoch.number()).isEqualTo(1);
        assertThat(epoch.cutAt()).isEqualTo(clock.now());
        assertThat(epoch.heads().get(3)).isEqualTo(7);
        assertThat(epoch.heads().get(4)).isEqualTo(-1);
        assertThat(epochs.find(1)).contains(epoch);
    }

    @Test
    void cut_withoutChange_givesNoNewNumber() {
        cutting.saw(CatalogShards.stream(0), 0);
        cutting.cut();

        assertThat(cutting.cut()).isEmpty();
        assertThat(epochs.latest().number()).isEqualTo(1);
    }

    @Test
    void cut_whileAnotherCuts_isLeftToIt() {
        leases.acquire("catalog-epochs", "b", Duration.ofSeconds(10));
        cutting.saw(CatalogShards.stream(0), 0);

        assertThat(cutting.cut()).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(cutting.cut()).isPresent();
    }

    @Test
    void cut_afterAnotherCut_coversWhatEitherSaw() {
        CuttingEpochs other = cuttingAs("b");
        cutting.saw(CatalogShards.stream(0), 4);
        cutting.cut();
        other.saw(CatalogShards.stream(1), 2);

        assertThat(other.cut().orElseThrow().heads()).startsWith(4L, 2L);
    }

    @Test
    void cut_byANewHolder_neverGoesBack() {
        cutting.saw(CatalogShards.stream(0), 9);
        cutting.cut();
        clock.advance(Duration.ofSeconds(10));

        CuttingEpochs other = cuttingAs("b");
        other.saw(CatalogShards.stream(1), 0);

        assertThat(other.cut().orElseThrow().heads()).startsWith(9L, 0L);
    }

    @Test
    void lookAtTheStore_findsWhatWasNeverSeen() {
        heads.put(CatalogShards.stream(63), 41L);

        cutting.lookAtTheStore();

        assertThat(cutting.cut().orElseThrow().heads().get(63)).isEqualTo(41);
    }

    @Test
    void streamsOfListeners_areIgnored() {
        cutting.saw(StreamId.ofListener("abc"), 3);

        assertThat(cutting.cut()).isEmpty();
    }

    @Test
    void add_ofANumberThatIsTaken_changesNothing() {
        CatalogEpoch first =
                new CatalogEpoch(1, clock.now(), CatalogEpoch.empty().heads());

        assertThat(epochs.add(first)).isTrue();
        assertThat(epochs.add(new CatalogEpoch(1, Instant.EPOCH, first.heads())))
                .isFalse();
        assertThat(epochs.find(1)).contains(first);
    }

    @Test
    void epoch_withoutAllHeads_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CatalogEpoch(1, Instant.EPOCH, List.of(1L)));
    }

    private CuttingEpochs cuttingAs(String holder) {
        return new CuttingEpochs(epochs, heads, leases, clock, holder);
    }

    /** A store that is asked for its heads only. */
    private static final class Heads implements EventHistory {
        private final Map<StreamId, Long> bySequence = new HashMap<>();

        void put(StreamId stream, long head) {
            bySequence.put(stream, head);
        }

        @Override
        public List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
            throw new UnsupportedOperationException("only heads are asked for");
        }

        @Override
        public long head(StreamId stream) {
            return bySequence.getOrDefault(stream, -1L);
        }
    }
}

package dev.counterpoint.contracts.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.query.catalog.CatalogEpoch;
import dev.counterpoint.query.catalog.CatalogEpochs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Epochs of the catalogue, wherever they are kept. */
public abstract class CatalogEpochsContract {
    private static final Instant CUT_AT = Instant.parse("2026-03-01T12:00:00.000001Z");

    private CatalogEpochs epochs = openEmpty();

    /** A store without epochs. */
    protected abstract CatalogEpochs openEmpty();

    /** What another process sees of the store that was opened last. */
    protected abstract CatalogEpochs openAgain();

    @BeforeEach
    void open() {
        epochs = openEmpty();
    }

    @Test
    void nothingCut_isTheEmptyEpoch() {
        assertThat(epochs.latest()).isEqualTo(CatalogEpoch.empty());
        assertThat(epochs.find(0)).contains(CatalogEpoch.empty());
        assertThat(epochs.find(1)).isEmpty();
        assertThat(epochs.find(-1)).isEmpty();
    }

    @Test
    void newestEpoch_isTheLatest_andAllAreFound() {
        for (int number = 1; number <= 5; number++) {
            assertThat(epochs.add(epoch(number))).isTrue();
            assertThat(epochs.latest()).isEqualTo(epoch(number));
        }

        assertThat(openAgain().latest()).isEqualTo(epoch(5));
        assertThat(openAgain().find(2)).contains(epoch(2));
    }

    @Test
    void numberThatIsTaken_isRefused_andChangesNothing() {
        epochs.add(epoch(1));

        assertThat(openAgain().add(new CatalogEpoch(1, Instant.EPOCH, heads(9))))
                .isFalse();
        assertThat(epochs.add(CatalogEpoch.empty())).isFalse();
        assertThat(epochs.find(1)).contains(epoch(1));
    }

    @Test
    void ofSeveralAtOnce_oneIsAdded() {
        ExecutorService racers = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Boolean>> adding = new ArrayList<>();
            for (int racer = 0; racer < 8; racer++) {
                CatalogEpoch mine = new CatalogEpoch(1, CUT_AT, heads(racer));
                adding.add(CompletableFuture.supplyAsync(() -> openAgain().add(mine), racers));
            }
            assertThat(adding.stream().filter(CompletableFuture::join)).hasSize(1);
        } finally {
            racers.shutdownNow();
        }
    }

    private static CatalogEpoch epoch(long number) {
        return new CatalogEpoch(number, CUT_AT.plusSeconds(number), heads(number * 3));
    }

    private static List<Long> heads(long first) {
        List<Long> heads = new ArrayList<>(Collections.nCopies(CatalogShards.COUNT, -1L));
        heads.set(0, first);
        return heads;
    }
}

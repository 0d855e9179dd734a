package dev.counterpoint.contracts.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.proof.ChainHead;
import dev.counterpoint.domain.proof.Checkpoint;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.Checkpoints.Sighting;
import dev.counterpoint.domain.proof.SignedCheckpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of checkpoints promises. */
public abstract class CheckpointsContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.000001Z");

    private Checkpoints checkpoints;
    private String writer;
    private String chain;

    /** The keeper under test; it may hold checkpoints of other tests. */
    protected abstract Checkpoints checkpoints();

    @BeforeEach
    void takeAFreshWriter() {
        checkpoints = checkpoints();
        writer = UUID.randomUUID().toString();
        chain = "l-" + UUID.randomUUID();
    }

    @Test
    void what_was_never_made_is_not_there() {
        assertThat(checkpoints.find(writer, 0)).isEmpty();
        assertThat(checkpoints.headsOf(writer, 0)).isEmpty();
        assertThat(checkpoints.sightings(chain, 5)).isEmpty();
        assertThat(checkpoints.firstFrom(chain, 0)).isEmpty();
        assertThat(checkpoints.lastBelow(chain, 9)).isEmpty();
        assertThat(checkpoints.writers()).doesNotContain(writer);
    }

    @Test
    void a_checkpoint_comes_back_with_its_heads_in_their_order() {
        List<ChainHead> heads = new ArrayList<>();
        for (int i = 0; i < 4_500; i++) {
            heads.add(new ChainHead("l-" + writer + i, i, 0, Sha256.of(new byte[] {(byte) i})));
        }
        SignedCheckpoint made = checkpoint(0, heads);
        checkpoints.add(made, heads);
        checkpoints.add(made, heads);

        assertThat(checkpoints.find(writer, 0)).contains(made);
        assertThat(checkpoints.headsOf(writer, 0)).isEqualTo(heads);
        assertThat(checkpoints.writers()).contains(writer);
        assertThat(checkpoints.sightings("l-" + writer + 4_321, 1))
                .containsExactly(new Sighting(writer, 0, 4_321, heads.get(4_321)));
    }

    @Test
    void where_a_chain_was_seen_is_found_by_position() {
        for (int i = 0; i < 5; i++) {
            List<ChainHead> heads = List.of(new ChainHead(chain, 10L * i, i, Sha256.of(new byte[] {(byte) i})));
            checkpoints.add(checkpoint(i, heads), heads);
        }

        assertThat(checkpoints.sightings(chain, 2))
                .extracting(each -> each.head().position())
                .containsExactly(40L, 30L);
        assertThat(numberOf(checkpoints.firstFrom(chain, 10).orElseThrow())).isEqualTo(1);
        assertThat(numberOf(checkpoints.firstFrom(chain, 11).orElseThrow())).isEqualTo(2);
        assertThat(checkpoints.firstFrom(chain, 41)).isEmpty();
        assertThat(numberOf(checkpoints.lastBelow(chain, 11).orElseThrow())).isEqualTo(1);
        assertThat(numberOf(checkpoints.lastBelow(chain, 10).orElseThrow())).isZero();
        assertThat(checkpoints.lastBelow(chain, 0)).isEmpty();
    }

    private static long numberOf(Sighting sighting) {
        return sighting.number();
    }

    private SignedCheckpoint checkpoint(long number, List<ChainHead> heads) {
        return new SignedCheckpoint(
                new Checkpoint(writer, number, NOON, heads.size(), Checkpoint.rootOf(heads), Checkpoint.start(writer)),
                new byte[] {1, 2, 3});
    }
}

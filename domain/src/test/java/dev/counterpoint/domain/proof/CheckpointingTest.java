package dev.counterpoint.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.domain.time.PlatformClock;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckpointingTest {
    private static final StreamId ALICE = StreamId.ofListener("alice");
    private static final StreamId BOB = StreamId.ofListener("bob");

    private final MovedHeads moved = new MovedHeads();
    private final InMemoryCheckpoints store = new InMemoryCheckpoints();
    private final Forgetful anchors = new Forgetful();
    private CheckpointSeal seal;
    private Checkpointing checkpointing;

    @BeforeEach
    void makeAKey() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        seal = new CheckpointSeal(pair.getPrivate(), pair.getPublic());
        checkpointing = new Checkpointing(moved, store, anchors, seal, new Noon(), "one");
    }

    @Test
    void a_checkpoint_is_over_the_newest_heads_of_what_moved_and_follows_the_one_before() {
        moved.moved(head(ALICE, 3));
        moved.moved(head(ALICE, 5));
        moved.moved(head(ALICE, 4));
        moved.moved(head(BOB, 0));
        checkpointing.make();
        moved.moved(head(BOB, 1));
        checkpointing.make();

        SignedCheckpoint first = store.find("one", 0).orElseThrow();
        SignedCheckpoint second = store.find("one", 1).orElseThrow();
        assertThat(store.headsOf("one", 0)).containsExactly(head(ALICE, 5), head(BOB, 0));
        assertThat(store.headsOf("one", 1)).containsExactly(head(BOB, 1));
        assertThat(first.checkpoint().previous()).isEqualTo(Checkpoint.start("one"));
        assertThat(second.checkpoint().previous()).isEqualTo(first.checkpoint().hash());
        assertThat(first.checkpoint().root()).isEqualTo(Checkpoint.rootOf(store.headsOf("one", 0)));
        assertThat(seal.signed(first)).isTrue();
        assertThat(anchors.all()).containsExactly(first, second);
    }

    @Test
    void where_nothing_moved_there_is_no_checkpoint() {
        checkpointing.make();

        assertThat(store.writers()).isEmpty();
    }

    @Test
    void what_was_not_written_is_written_with_the_next_one_and_nothing_is_left_out() {
        moved.moved(head(ALICE, 0));
        anchors.away = true;
        assertThatThrownBy(checkpointing::make).isInstanceOf(StoreUnavailableException.class);
        moved.moved(head(BOB, 0));
        anchors.away = false;
        checkpointing.make();

        assertThat(anchors.all()).extracting(each -> each.checkpoint().number()).containsExactly(0L, 1L);
        assertThat(store.headsOf("one", 0)).containsExactly(head(ALICE, 0));
        assertThat(store.headsOf("one", 1)).containsExactly(head(BOB, 0));
    }

    @Test
    void another_checkpoint_or_another_key_does_not_pass() throws Exception {
        moved.moved(head(ALICE, 0));
        checkpointing.make();
        SignedCheckpoint signed = anchors.all().get(0);
        Checkpoint other = new Checkpoint(
                "one",
                0,
                signed.checkpoint().at(),
                2,
                signed.checkpoint().root(),
                signed.checkpoint().previous());
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertThat(seal.signed(new SignedCheckpoint(other, signed.signature()))).isFalse();
        assertThat(seal.signed(new SignedCheckpoint(signed.checkpoint(), new byte[3])))
                .isFalse();
        assertThat(new CheckpointSeal(pair.getPrivate(), pair.getPublic()).signed(signed))
                .isFalse();
    }

    @Test
    void heads_come_back_from_their_bytes() {
        byte[] both = new byte[head(ALICE, 7).bytes().length + head(BOB, 9).bytes().length];
        System.arraycopy(head(ALICE, 7).bytes(), 0, both, 0, head(ALICE, 7).bytes().length);
        System.arraycopy(
                head(BOB, 9).bytes(),
                0,
                both,
                head(ALICE, 7).bytes().length,
                head(BOB, 9).bytes().length);

        assertThat(ChainHead.allOf(both)).containsExactly(head(ALICE, 7), head(BOB, 9));
        both[3] ^= 1;
        assertThatThrownBy(() -> ChainHead.allOf(both)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ChainHead head(StreamId stream, long sequence) {
        return ChainHead.of(stream, sequence, Sha256.of(new byte[] {(byte) sequence}));
    }

    private static final class Forgetful implements Anchors {
        private final InMemoryAnchors anchors = new InMemoryAnchors();
        private boolean away;

        @Override
        public void add(SignedCheckpoint checkpoint) {
            if (away) {
                throw new StoreUnavailableException("taken away by the test", null);
            }
            anchors.add(checkpoint);
        }

        @Override
        public List<SignedCheckpoint> all() {
            return anchors.all();
        }
    }

    private static final class Noon implements PlatformClock {
        @Override
        public Instant now() {
            return Instant.parse("2026-03-02T12:00:00.000000001Z");
        }

        @Override
        public String name() {
            return "simulated";
        }
    }
}

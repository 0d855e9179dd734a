package dev.counterpoint.infra.kafka.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.erasure.ErasureNote;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.embedded.SharedServers;
import dev.counterpoint.infra.kafka.publication.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KafkaErasureLedgerIT {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.000001Z");
    private final String bootstrap = SharedServers.kafka().address();
    private final String topic = "erasures-" + UUID.randomUUID();

    @Test
    void every_process_is_given_all_notes_from_the_first_one_on_and_then_those_that_are_new() {
        Topics.makeLedger(bootstrap, topic, (short) 1);
        ErasureNote first = new ErasureNote(StreamId.ofListener("a"), NOON);
        ErasureNote second = new ErasureNote(StreamId.ofListener("b"), NOON.plusSeconds(1));
        try (KafkaErasureLedger one = new KafkaErasureLedger(bootstrap, topic);
                KafkaErasureLedger other = new KafkaErasureLedger(bootstrap, topic)) {
            assertThat(one.isBehind()).isFalse();
            one.note(first);
            assertThat(one.isBehind()).isTrue();
            assertThat(notes(one, 1)).containsExactly(first);

            assertThat(one.isBehind()).isFalse();
            other.note(second);
            assertThat(notes(one, 1)).containsExactly(second);
            assertThat(notes(other, 2)).containsExactly(first, second);
        }
        try (KafkaErasureLedger afterARestart = new KafkaErasureLedger(bootstrap, topic)) {
            assertThat(notes(afterARestart, 2)).containsExactly(first, second);
        }
    }

    private static List<ErasureNote> notes(KafkaErasureLedger ledger, int atLeast) {
        List<ErasureNote> notes = new ArrayList<>();
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (notes.size() < atLeast && System.nanoTime() < deadline) {
            notes.addAll(ledger.newNotes());
        }
        return notes;
    }
}

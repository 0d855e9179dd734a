package dev.counterpoint.command.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void named_matches_the_example_of_rfc_9562() {
        assertThat(EventIds.named(DNS, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void the_ids_of_stored_events_never_change() {
        assertThat(EventIds.ofCause("l-anna", "i1")).hasToString("ad444840-5115-5931-8742-f15445552aca");
    }

    @Test
    void the_same_cause_in_another_stream_gives_another_id() {
        assertThat(EventIds.ofCause("l-anna", "i1")).isNotEqualTo(EventIds.ofCause("l-bengt", "i1"));
    }

    @Test
    void a_cause_is_never_taken_for_a_command() {
        assertThat(EventIds.ofCause("l-anna", "x:0")).isNotEqualTo(EventIds.ofCommand("l-anna", "x", 0));
    }
}

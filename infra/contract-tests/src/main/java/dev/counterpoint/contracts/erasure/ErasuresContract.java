package dev.counterpoint.contracts.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.erasure.ErasureReport;
import dev.counterpoint.command.erasure.Erasures;
import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of reports promises. */
public abstract class ErasuresContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.000001Z");

    private Erasures erasures;
    private StreamId stream;

    /** The keeper under test; it may hold reports of other tests. */
    protected abstract Erasures erasures();

    @BeforeEach
    void takeAFreshStream() {
        erasures = erasures();
        stream = StreamId.ofListener(UUID.randomUUID().toString());
    }

    @Test
    void who_was_never_erased_has_no_report() {
        assertThat(erasures.find(stream)).isEmpty();
        assertThat(erasures.open()).doesNotContain(stream);
    }

    @Test
    void a_report_comes_back_as_it_was_and_is_open_until_it_is_complete() {
        Map<String, Instant> steps = new LinkedHashMap<>();
        steps.put("stream-sealed", NOON.plusSeconds(1));
        steps.put("key-destroyed", NOON.plusSeconds(2));
        ErasureReport running = new ErasureReport(
                stream, NOON, NOON.minusSeconds(9), NOON.minusSeconds(1), steps, List.of("deep-1", "deep-2"), null);
        erasures.save(running);

        assertThat(erasures.find(stream)).contains(running);
        assertThat(erasures.open()).contains(stream);

        ErasureReport complete = new ErasureReport(stream, NOON, null, null, steps, List.of(), NOON.plusSeconds(60));
        erasures.save(complete);

        assertThat(erasures.find(stream)).contains(complete);
        assertThat(erasures.find(stream).orElseThrow().steps().keySet())
                .containsExactly("stream-sealed", "key-destroyed");
        assertThat(erasures.open()).doesNotContain(stream);
    }

    @Test
    void a_report_can_be_opened_again() {
        erasures.save(new ErasureReport(stream, NOON, null, null, Map.of(), List.of(), NOON));
        erasures.save(new ErasureReport(stream, NOON, null, null, Map.of(), List.of(), null));

        assertThat(erasures.open()).contains(stream);
        assertThat(erasures.find(stream).orElseThrow().isComplete()).isFalse();
    }
}

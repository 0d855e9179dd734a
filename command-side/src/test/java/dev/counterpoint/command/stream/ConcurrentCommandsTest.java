package dev.counterpoint.command.stream;

import static dev.counterpoint.command.Samples.ANNA;
import static dev.counterpoint.command.Samples.aPlay;
import static dev.counterpoint.command.Samples.candidate;
import static dev.counterpoint.command.Samples.streamOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.listener.RecordInteractions;
import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConcurrentCommandsTest {
    private static final StreamId LISTENER = streamOf(ANNA);
    private static final int PROCESSES = 3;
    private static final int REQUESTS = 200;

    private final TestEngine engine = new TestEngine();

    /** Every process gets every interaction: what wins is recorded once, and everybody is told the truth. */
    @Test
    @Timeout(60)
    void processes_racing_with_the_same_interactions_record_each_once() throws Exception {
        List<Future<Integer>> recorded = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        for (int process = 0; process < PROCESSES; process++) {
            recorded.add(threads.submit(this::recordAll));
        }
        int sum = 0;
        for (Future<Integer> one : recorded) {
            sum += one.get();
        }
        threads.shutdown();
        assertThat(sum).isEqualTo(REQUESTS);
        List<DomainEvent> events = engine.events(LISTENER);
        assertThat(events).hasSize(1 + REQUESTS).doesNotHaveDuplicates();
    }

    private int recordAll() {
        try (CommandSide side = new CommandSide(engine, new TestClock(), CommandMemory.standard())) {
            return IntStream.range(0, REQUESTS).map(i -> recordOne(side, i)).sum();
        }
    }

    private static int recordOne(CommandSide side, int interaction) {
        while (true) {
            try {
                Recorded answer = side.commands()
                        .send(
                                new RecordInteractions(
                                        LISTENER, ANNA, List.of(candidate(aPlay("i" + interaction, "c1"))), List.of()),
                                "corr-1");
                return answer.recorded();
            } catch (StreamContendedException again) {
                Thread.onSpinWait();
            }
        }
    }
}

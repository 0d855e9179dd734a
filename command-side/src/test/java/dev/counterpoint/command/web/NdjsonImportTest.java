package dev.counterpoint.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.bulk.GroupImport;
import dev.counterpoint.command.bulk.Numbered;
import dev.counterpoint.command.bulk.Rejection;
import dev.counterpoint.command.bulk.Tally;
import dev.counterpoint.command.web.NdjsonImport.Answer;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NdjsonImportTest {
    private final NdjsonImport imports = new NdjsonImport(new JsonBodies(new TestClock()));

    record Body(@NotNull Integer n) {}

    /** Accepts everything, and remembers it by groups. */
    private static class Recorded implements GroupImport<Integer> {
        final List<List<Integer>> groups = new ArrayList<>();

        @Override
        public CompletableFuture<Void> start(List<Numbered<Integer>> lines, Tally tally, String correlationId) {
            return CompletableFuture.runAsync(() -> {
                groups.add(lines.stream().map(Numbered::item).toList());
                record(lines, tally);
            });
        }

        void record(List<Numbered<Integer>> lines, Tally tally) {
            tally.accepted(lines.size());
        }
    }

    @Test
    void every_line_is_recorded_in_order_and_in_groups() throws IOException {
        Recorded recorded = new Recorded();
        Answer answer = run(numbers(0, 12_345), recorded);
        assertThat(answer).isEqualTo(new Answer(12_345, 0, List.of(), 12_345, null));
        assertThat(recorded.groups).hasSize(3);
        assertThat(recorded.groups.stream().flatMap(List::stream))
                .containsExactlyElementsOf(IntStream.range(0, 12_345).boxed().toList());
    }

    @Test
    void a_truncated_line_is_named_and_the_others_are_recorded() throws IOException {
        Recorded recorded = new Recorded();
        Answer answer = run("{\"n\":1}\n{\"n\":\n{\"n\":3}\n{\"n\":4", recorded);
        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.durableThroughLine()).isEqualTo(4);
        assertThat(answer.rejected()).extracting(Rejection::line).containsExactly(2L, 4L);
        assertThat(answer.rejected().get(0).detail()).startsWith("the body must be JSON");
        assertThat(recorded.groups).containsExactly(List.of(1, 3));
    }

    @Test
    void all_faults_of_a_line_are_named() throws IOException {
        Answer answer = run("{\"n\":\"1\",\"m\":2}", new Recorded());
        assertThat(answer.rejected())
                .containsExactly(new Rejection(
                        1,
                        "n must be a whole number of at most 32 bits, not the text \"1\";"
                                + " m is not known here; known are n"));
    }

    @Test
    void blank_lines_are_counted_and_nothing_else() throws IOException {
        Answer answer = run("\n{\"n\":1}\r\n  \n\n{\"n\":2}\n\n", new Recorded());
        assertThat(answer).isEqualTo(new Answer(2, 0, List.of(), 6, null));
    }

    @Test
    void nothing_is_an_import_of_no_lines() throws IOException {
        assertThat(run("", new Recorded())).isEqualTo(new Answer(0, 0, List.of(), 0, null));
    }

    @Test
    void a_failure_ends_the_import_and_says_how_far_it_came() throws IOException {
        Answer answer = run(numbers(0, 20_000), failingAt(7_002, new OutcomeUnknownException("no answer", null)));
        assertThat(answer.stopped()).isEqualTo("outcome-unknown");
        assertThat(answer.durableThroughLine()).isEqualTo(7_001);
        assertThat(answer.accepted()).isEqualTo(7_001);
    }

    @Test
    void a_failure_before_anything_was_recorded_is_the_answer() {
        IllegalStateException failure = new IllegalStateException("the store is away");
        assertThatThrownBy(() -> run(numbers(0, 10), failingAt(1, failure))).isSameAs(failure);
    }

    @Test
    void an_import_of_nothing_but_faults_is_stopped_some_time() throws IOException {
        String faults = "{}\n".repeat(40_000);
        Answer answer = run(faults, new Recorded());
        assertThat(answer.stopped()).isEqualTo("too-many-rejected");
        assertThat(answer.rejected()).hasSizeBetween(NdjsonImport.MOST_REJECTED, 20_000);
        assertThat(answer.durableThroughLine()).isEqualTo(answer.rejected().size());
    }

    @Test
    void a_body_that_breaks_off_is_recorded_up_to_its_last_whole_line_and_the_answer_says_so() throws IOException {
        Recorded recorded = new Recorded();
        Answer answer =
                imports.run(breakingAfter(numbers(0, 5_001) + "{\"n\":50"), Body.class, Body::n, recorded, "corr-1");
        assertThat(answer).isEqualTo(new Answer(5_001, 0, List.of(), 5_001, "body-broken"));
        assertThat(recorded.groups.stream().mapToInt(List::size).sum()).isEqualTo(5_001);
    }

    @Test
    void a_body_that_breaks_off_before_its_first_line_is_a_fault() {
        Recorded recorded = new Recorded();
        assertThatThrownBy(() -> imports.run(breakingAfter("{\"n\""), Body.class, Body::n, recorded, "corr-1"))
                .isInstanceOf(IOException.class);
        assertThat(recorded.groups.stream().flatMap(List::stream)).isEmpty();
    }

    private static InputStream breakingAfter(String text) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        return new SequenceInputStream(bytes(text), broken);
    }

    @Test
    void a_fault_never_makes_the_answer_as_long_as_the_body() throws IOException {
        Answer answer = run("{\"" + "x".repeat(40_000) + "\":1}", new Recorded());
        assertThat(answer.rejected().get(0).detail()).hasSizeLessThan(500);
    }

    private Answer run(String lines, GroupImport<Integer> recording) throws IOException {
        return imports.run(bytes(lines), Body.class, Body::n, recording, "corr-1");
    }

    private static Recorded failingAt(long line, RuntimeException failure) {
        return new Recorded() {
            @Override
            void record(List<Numbered<Integer>> lines, Tally tally) {
                long before = lines.stream().filter(each -> each.line() < line).count();
                tally.accepted(before);
                if (before < lines.size()) {
                    tally.unsettled(line, failure);
                }
            }
        };
    }

    private static String numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "{\"n\":" + n + "}\n").collect(Collectors.joining());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

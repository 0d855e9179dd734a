package dev.counterpoint.infra.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.cli.platform.PlayLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PlayRequestsProperties {

    @Property(tries = 20)
    void allPlays_areInSomeRequest_inTheirOrder(
            @ForAll @Size(max = 5) List<@IntRange(max = 9_000) Integer> playsOfListeners,
            @ForAll @IntRange(min = 100, max = 10_000) int lines) {
        List<PlayLine> plays = plays(playsOfListeners);
        List<PlayLine> sent = new ArrayList<>();

        new PlayRequests(plays.iterator(), lines).forEachRemaining(sent::addAll);

        assertThat(sent.equals(plays)).isTrue();
    }

    @Property(tries = 20)
    void noRequest_isTooLong_norHasMoreOfAListenerThanIsRecognised(
            @ForAll @Size(max = 5) List<@IntRange(max = 9_000) Integer> playsOfListeners,
            @ForAll @IntRange(min = 100, max = 10_000) int lines) {
        new PlayRequests(plays(playsOfListeners).iterator(), lines).forEachRemaining(request -> {
            assertThat(request.size()).isBetween(1, lines);
            assertThat(Collections.max(request.stream()
                            .collect(Collectors.groupingBy(PlayLine::listenerId, Collectors.counting()))
                            .values()))
                    .isLessThanOrEqualTo(4_096);
        });
    }

    @Example
    void requests_areAsLongAsTheyMayBe() {
        List<Integer> lengths = new ArrayList<>();
        new PlayRequests(plays(List.of(1_000, 1_000, 500)).iterator(), 1_500)
                .forEachRemaining(request -> lengths.add(request.size()));

        assertThat(lengths).containsExactly(1_500, 1_000);
    }

    @Example
    void afterTheLast_thereIsNone() {
        assertThatThrownBy(() -> new PlayRequests(Collections.emptyIterator(), 5).next())
                .isInstanceOf(NoSuchElementException.class);
    }

    private static List<PlayLine> plays(List<Integer> playsOfListeners) {
        List<PlayLine> plays = new ArrayList<>();
        for (int listener = 0; listener < playsOfListeners.size(); listener++) {
            for (int i = 0; i < playsOfListeners.get(listener); i++) {
                plays.add(new PlayLine("l-" + listener, "i-" + i, "c", Instant.EPOCH));
            }
        }
        return plays;
    }
}

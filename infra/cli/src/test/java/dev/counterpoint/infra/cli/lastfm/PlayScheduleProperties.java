package dev.counterpoint.infra.cli.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.platform.PlayLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PlayScheduleProperties {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final PlaySchedule schedule = new PlaySchedule(NOW);

    @Example
    void plays_areTheRoundedLogarithm() {
        assertThat(PlaySchedule.plays(1)).isEqualTo(1);
        assertThat(PlaySchedule.plays(3)).isEqualTo(1);
        assertThat(PlaySchedule.plays(4)).isEqualTo(2);
        assertThat(PlaySchedule.plays(11)).isEqualTo(2);
        assertThat(PlaySchedule.plays(12)).isEqualTo(3);
        assertThat(PlaySchedule.plays(13_883)).isEqualTo(10);
        assertThat(PlaySchedule.plays(352_698)).isEqualTo(13);
    }

    @Property
    void plays_areNeverFewerForMore(@ForAll @LongRange(min = 1, max = Integer.MAX_VALUE) long count) {
        assertThat(PlaySchedule.plays(count))
                .isGreaterThanOrEqualTo(1)
                .isLessThanOrEqualTo(PlaySchedule.plays(count + 1));
    }

    @Property(tries = 200)
    void plays_ofAListener_endNow_inOrder_withinHalfAYear(
            @ForAll @Size(min = 1, max = 40)
                    Map<@IntRange(min = 1, max = 20_000) Integer, @LongRange(min = 1, max = 1_000_000) Long> counts) {
        List<PlayLine> plays = schedule.of(2, counts);

        assertThat(plays).isSortedAccordingTo(Comparator.comparing(PlayLine::at));
        assertThat(plays.get(plays.size() - 1).at()).isEqualTo(NOW);
        assertThat(plays.get(0).at()).isAfter(NOW.minus(Duration.ofDays(180)));
        assertThat(plays).extracting(PlayLine::at).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void plays_ofAListener_haveEachArtistAsOftenAsTheCountsSay(
            @ForAll @Size(max = 40)
                    Map<@IntRange(min = 1, max = 20_000) Integer, @LongRange(min = 1, max = 1_000_000) Long> counts) {
        List<PlayLine> plays = schedule.of(2, counts);

        assertThat(plays).extracting(PlayLine::interactionId).doesNotHaveDuplicates();
        counts.forEach((artist, count) -> assertThat(plays)
                .filteredOn(play -> play.cardId().equals("lastfm-artist-" + artist))
                .hasSize((int) PlaySchedule.plays(count)));
    }

    @Property(tries = 50)
    void plays_areTheSameForTheSameNow(
            @ForAll @Size(max = 20)
                    Map<@IntRange(min = 1, max = 20_000) Integer, @LongRange(min = 1, max = 1_000) Long> counts) {
        assertThat(new PlaySchedule(NOW).of(7, counts)).isEqualTo(schedule.of(7, counts));
    }

    @Example
    void plays_ofDifferentArtists_areMixed() {
        List<PlayLine> plays = schedule.of(2, Map.of(1, 1_000_000L, 2, 1_000_000L));

        List<String> firstHalf = plays.subList(0, plays.size() / 2).stream()
                .map(PlayLine::cardId)
                .distinct()
                .toList();
        assertThat(firstHalf).hasSize(2);
    }
}

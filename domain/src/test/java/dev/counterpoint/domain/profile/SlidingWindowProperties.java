package dev.counterpoint.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.domain.time.SlidingWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Windows of the profile against a count over all interactions. Lives are short enough for nothing to be forgotten. */
class SlidingWindowProperties {
    private static final int TAGS = 200;
    private static final int MOST_IN_A_PANE = 511;

    @Property(tries = 60)
    void windows_count_exactly_what_lies_in_them(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 300) int interactions,
            @ForAll @IntRange(max = 50_000) int minutesLater,
            @ForAll boolean throughBytes) {
        List<RecordedEvent> life = Streams.aLife(seed, interactions, 100, TAGS);
        Instant now = life.get(life.size() - 1).recordedAt().plus(Duration.ofMinutes(minutesLater));
        Profile folded = Profile.empty().applyAll(life);
        ProfileView view = (throughBytes ? ProfileBytes.decode(ProfileBytes.encode(folded)) : folded).at(now);

        for (SlidingWindow window : SlidingWindow.values()) {
            for (InteractionType type : InteractionType.values()) {
                assertThat(view.count(type, window)).isEqualTo(counted(life, window, now, is(type)));
            }
            assertThat(view.minutesPlayed(window)).isEqualTo(secondsPlayed(life, window, now) / 60.0);
            for (int i = 0; i < 6; i++) {
                String shelf = "shelf-" + i;
                assertThat(view.playsFrom(new ShelfId(shelf), window)).isEqualTo((int)
                        counted(life, window, now, is(InteractionType.PLAY).and(on(shelf))));
                assertThat(view.impressionsOn(new ShelfId(shelf), window)).isEqualTo((int) counted(
                        life, window, now, is(InteractionType.IMPRESSION).and(on(shelf))));
            }
            for (int i = 0; i < TAGS; i += 7) {
                String tag = "tag " + i;
                assertThat(view.tags().plays(tag, window)).isEqualTo((int)
                        counted(life, window, now, is(InteractionType.PLAY).and(tagged(tag))));
            }
            for (int i = 0; i < 34; i++) {
                String creator = "creator " + i;
                assertThat(view.creators().plays(creator, window)).isEqualTo((int)
                        counted(life, window, now, is(InteractionType.PLAY).and(by(creator))));
            }
        }
    }

    @Property(tries = 60)
    void a_pane_counts_up_to_511(@ForAll @IntRange(min = 1, max = 1_000) int plays) {
        List<InteractionRecorded> all = Stream.generate(
                        () -> Streams.aPlayOf(Streams.aCard("blue", "jazz"), Streams.START))
                .limit(plays)
                .toList();

        ProfileView view = Profile.empty().applyAll(Streams.streamOf(all)).at(Streams.START);

        assertThat(view.tags().plays("jazz", SlidingWindow.HOUR)).isEqualTo(Math.min(plays, MOST_IN_A_PANE));
        assertThat(view.count(InteractionType.PLAY, SlidingWindow.HOUR)).isEqualTo(plays);
    }

    @Property(tries = 60)
    void a_window_is_as_long_as_it_says_less_one_pane_at_most(@ForAll @IntRange(max = 1_000_000) int minutes) {
        Instant played = Streams.START.plus(Duration.ofMinutes(minutes));
        Profile profile =
                Profile.empty().applyAll(Streams.streamOf(List.of(Streams.aPlayOf(Streams.aCard("a", "b"), played))));

        assertThat(profile.at(played.plus(Duration.ofMinutes(49))).count(InteractionType.PLAY, SlidingWindow.HOUR))
                .isEqualTo(1);
        assertThat(profile.at(played.plus(Duration.ofMinutes(60))).count(InteractionType.PLAY, SlidingWindow.HOUR))
                .isZero();
        assertThat(profile.at(played.plus(Duration.ofHours(19))).count(InteractionType.PLAY, SlidingWindow.DAY))
                .isEqualTo(1);
        assertThat(profile.at(played.plus(Duration.ofDays(23))).count(InteractionType.PLAY, SlidingWindow.MONTH))
                .isEqualTo(1);
        assertThat(profile.at(played.plus(Duration.ofDays(28))).count(InteractionType.PLAY, SlidingWindow.MONTH))
                .isZero();
    }

    private static long counted(
            List<RecordedEvent> life, SlidingWindow window, Instant now, Predicate<InteractionRecorded> wanted) {
        return within(life, window, now).filter(wanted).count();
    }

    private static long secondsPlayed(List<RecordedEvent> life, SlidingWindow window, Instant now) {
        return within(life, window, now)
                .filter(each -> each.playedMs() != null)
                .mapToLong(each -> each.playedMs() / 1_000)
                .sum();
    }

    private static Stream<InteractionRecorded> within(List<RecordedEvent> life, SlidingWindow window, Instant now) {
        long last = window.paneOf(Micros.of(now));
        return life.stream()
                .filter(event -> event.event() instanceof InteractionRecorded)
                .filter(event ->
                        window.paneOf(Micros.of(((InteractionRecorded) event.event()).at())) > last - window.panes())
                .map(event -> (InteractionRecorded) event.event());
    }

    private static Predicate<InteractionRecorded> is(InteractionType type) {
        return each -> each.type() == type;
    }

    private static Predicate<InteractionRecorded> on(String shelf) {
        return each -> each.attribution() != null
                && each.attribution().shelf().template().value().equals(shelf);
    }

    private static Predicate<InteractionRecorded> tagged(String tag) {
        return each -> new HashSet<>(each.card().tags()).contains(tag);
    }

    private static Predicate<InteractionRecorded> by(String creator) {
        return each -> each.card().creators().contains(creator);
    }
}

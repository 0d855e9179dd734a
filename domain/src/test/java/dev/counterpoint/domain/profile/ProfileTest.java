package dev.counterpoint.domain.profile;

import static dev.counterpoint.domain.profile.Streams.START;
import static dev.counterpoint.domain.profile.Streams.aCard;
import static dev.counterpoint.domain.profile.Streams.aPlayOf;
import static dev.counterpoint.domain.profile.Streams.anInteraction;
import static dev.counterpoint.domain.profile.Streams.onShelf;
import static dev.counterpoint.domain.profile.Streams.recorded;
import static dev.counterpoint.domain.profile.Streams.streamOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.time.HalfLife;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final CardFacts BLUE = aCard("blue", "jazz", "modal");
    private static final CardFacts RED = aCard("red", "rock");

    @Test
    void nothing_is_known_of_an_unknown_listener() {
        ProfileView view = Profile.empty().at(START);

        assertThat(Profile.empty().sequence()).isEqualTo(-1);
        assertThat(Profile.empty().settings()).isEqualTo(ListenerSettings.defaults());
        assertThat(Profile.empty().registeredAt()).isEmpty();
        assertThat(view.count(InteractionType.PLAY, HalfLife.DAY)).isZero();
        assertThat(view.tags().strongest(HalfLife.MONTH, 10)).isEmpty();
        assertThat(view.daysSinceLastPlay()).isEqualTo(-1);
        assertThat(view.sessionPosition()).isZero();
    }

    @Test
    void an_event_out_of_sequence_is_refused_and_changes_nothing() {
        Profile profile = folded(aPlayOf(BLUE, START));

        for (long sequence : new long[] {0, 2, 100}) {
            assertThatThrownBy(() -> profile.apply(recorded(sequence, START, aPlayOf(RED, START))))
                    .isInstanceOfSatisfying(OutOfSequenceException.class, refused -> {
                        assertThat(refused.expected()).isEqualTo(1);
                        assertThat(refused.actual()).isEqualTo(sequence);
                    });
        }
        assertThat(profile).isEqualTo(folded(aPlayOf(BLUE, START)));
    }

    @Test
    void settings_are_those_said_last() {
        ListenerSettings changed = new ListenerSettings(Tier.FREE_SHUFFLE, null, null, false);

        Profile profile = folded(Streams.aRegistration(), new ListenerSettingsChanged(changed));

        assertThat(profile.settings()).isEqualTo(changed);
        assertThat(profile.registeredAt()).contains(START);
        assertThat(ProfileBytes.decode(ProfileBytes.encode(profile)).settings()).isEqualTo(changed);
    }

    @Test
    void an_event_that_the_fold_does_not_know_moves_the_sequence_only() {
        DomainEvent foreign = new CatalogEvent.CardRetired(new CardId("blue"));

        Profile profile = folded(foreign, aPlayOf(BLUE, START));

        assertThat(profile.sequence()).isEqualTo(1);
        assertThat(profile.at(START).total(InteractionType.PLAY)).isEqualTo(1);
    }

    @Test
    void counts_halve_with_each_half_life() {
        ProfileView later = folded(aPlayOf(BLUE, START), aPlayOf(RED, START)).at(START.plus(Duration.ofDays(28)));

        assertThat(later.total(InteractionType.PLAY)).isEqualTo(2);
        assertThat(later.count(InteractionType.PLAY, HalfLife.MONTH)).isEqualTo(1);
        assertThat(later.count(InteractionType.PLAY, HalfLife.WEEK)).isCloseTo(1 / 8.0, within(1e-12));
        assertThat(later.count(InteractionType.PLAY, HalfLife.DAY)).isCloseTo(Math.pow(2, -27), within(1e-12));
    }

    @Test
    void a_year_of_silence_overflows_nothing_and_starts_anew() {
        Instant later = START.plus(Duration.ofDays(400));

        ProfileView view = folded(aPlayOf(BLUE, START), aPlayOf(RED, later)).at(later);

        assertThat(view.count(InteractionType.PLAY, HalfLife.HOUR)).isEqualTo(1);
        assertThat(view.count(InteractionType.PLAY, HalfLife.MONTH))
                .isCloseTo(1 + Math.pow(2, -400 / 28.0), within(1e-6));
        assertThat(view.tags().of("jazz", HalfLife.HOUR)).isZero();
    }

    @Test
    void what_comes_late_counts_as_if_it_had_come_in_time() {
        Instant early = START.minus(Duration.ofDays(3));

        ProfileView inTime = folded(aPlayOf(BLUE, early), aPlayOf(RED, START)).at(START);
        ProfileView late = folded(aPlayOf(RED, START), aPlayOf(BLUE, early)).at(START);

        for (HalfLife halfLife : HalfLife.values()) {
            assertThat(late.count(InteractionType.PLAY, halfLife))
                    .isCloseTo(inTime.count(InteractionType.PLAY, halfLife), within(1e-6));
        }
        assertThat(late.recentCards()).isEqualTo(inTime.recentCards());
        assertThat(late.tags().playsThisWeek("jazz")).isEqualTo(1);
    }

    @Test
    void a_time_in_the_future_counts_as_the_time_of_recording() {
        InteractionRecorded odd = aPlayOf(BLUE, Instant.MAX);

        Profile profile = Profile.empty().apply(recorded(0, START, odd)).apply(recorded(1, START, aPlayOf(RED, START)));

        assertThat(profile.at(START).count(InteractionType.PLAY, HalfLife.HOUR)).isEqualTo(2);
        assertThat(profile.at(START).daysSinceLastPlay()).isZero();
    }

    @Test
    void odd_content_never_stops_the_fold() {
        CardFacts bare = new CardFacts(new CardId("bare"), CardKind.EPISODE, List.of(), List.of());
        CardFacts odd = new CardFacts(
                new CardId("odd"),
                CardKind.ALBUM,
                List.of("x".repeat(5_000)),
                List.of("", "\ud800", "\ud800", "y".repeat(129)));
        List<DomainEvent> events = new ArrayList<>();
        for (InteractionType type : InteractionType.values()) {
            for (Instant at : List.of(Instant.MIN, Instant.EPOCH, START, Instant.MAX)) {
                events.add(anInteraction(type, bare, at));
                events.add(new InteractionRecorded(new InteractionId("i"), type, odd, at, Long.MAX_VALUE, null));
                events.add(new InteractionRecorded(new InteractionId("i"), type, odd, at, -1L, null));
            }
        }

        Profile profile = Profile.empty();
        for (int i = 0; i < events.size(); i++) {
            profile = profile.apply(recorded(i, i % 2 == 0 ? Instant.MIN : Instant.MAX, events.get(i)));
        }

        assertThat(ProfileBytes.decode(ProfileBytes.encode(profile))).isEqualTo(profile);
        assertThat(profile.at(Instant.MAX).tags().of("\ud800", HalfLife.MONTH)).isFinite();
        assertThat(profile.at(START).creators().size()).isZero();
    }

    @Test
    void reading_before_the_last_event_reads_as_of_it() {
        Profile profile = folded(aPlayOf(BLUE, START));

        assertThat(profile.at(START.minusSeconds(1_000_000)).count(InteractionType.PLAY, HalfLife.HOUR))
                .isEqualTo(1);
    }

    @Test
    void affinities_grow_with_what_is_taken_up_and_fall_with_what_is_refused() {
        ProfileView view = folded(
                        aPlayOf(BLUE, START),
                        anInteraction(InteractionType.SAVE, BLUE, START),
                        anInteraction(InteractionType.IMPRESSION, RED, START),
                        anInteraction(InteractionType.DISMISS, RED, START))
                .at(START);

        assertThat(view.tags().of("jazz", HalfLife.DAY)).isEqualTo(3);
        assertThat(view.tags().of("rock", HalfLife.DAY)).isEqualTo(-2);
        assertThat(view.creators().of("by-blue", HalfLife.MONTH)).isEqualTo(3);
        assertThat(view.tags().strongest(HalfLife.DAY, 5))
                .containsExactly(new Affinity("jazz", 3, 1), new Affinity("modal", 3, 1));
        assertThat(view.tags().greatest(HalfLife.DAY)).isEqualTo(3);
    }

    @Test
    void a_tag_that_a_card_repeats_counts_once() {
        ProfileView view = folded(aPlayOf(aCard("loud", "rock", "rock"), START)).at(START);

        assertThat(view.tags().of("rock", HalfLife.HOUR)).isEqualTo(1);
        assertThat(view.tags().playsThisWeek("rock")).isEqualTo(1);
    }

    @Test
    void plays_of_this_week_are_those_of_the_last_seven_days() {
        List<InteractionRecorded> daily = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            daily.add(aPlayOf(BLUE, START.plus(Duration.ofDays(day))));
            daily.add(aPlayOf(BLUE, START.plus(Duration.ofDays(day))));
        }
        Profile profile = Profile.empty().applyAll(streamOf(daily));
        Instant lastDay = START.plus(Duration.ofDays(9));

        assertThat(profile.at(lastDay).tags().playsThisWeek("jazz")).isEqualTo(14);
        assertThat(profile.at(lastDay.plus(Duration.ofDays(4))).tags().playsThisWeek("jazz"))
                .isEqualTo(6);
        assertThat(profile.at(lastDay.plus(Duration.ofDays(7))).tags().playsThisWeek("jazz"))
                .isZero();
    }

    @Test
    void a_new_interest_rises_above_the_companions_of_all_interests() {
        List<InteractionRecorded> plays = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            plays.add(aPlayOf(aCard("old-" + i % 60, "rock", "indie", "tag " + i % 40), START.plusSeconds(600L * i)));
        }
        Instant today = START.plus(Duration.ofDays(9));
        for (int i = 0; i < 10; i++) {
            plays.add(aPlayOf(aCard("new-" + i, "rock", "indie", "other " + i, "fado"), today.plusSeconds(i)));
        }

        ProfileView view = Profile.empty().applyAll(streamOf(plays)).at(today.plusSeconds(60));

        assertThat(view.tags().rising(1)).extracting(Affinity::name).containsExactly("fado");
        assertThat(view.tags().strongest(HalfLife.MONTH, 2))
                .extracting(Affinity::name)
                .containsExactly("indie", "rock");
    }

    @Test
    void recent_cards_are_those_played_last() {
        List<InteractionRecorded> plays = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            plays.add(aPlayOf(aCard("card-" + i), START.plusSeconds(i)));
        }
        plays.add(aPlayOf(aCard("card-150"), START.plusSeconds(500)));

        ProfileView view = Profile.empty().applyAll(streamOf(plays)).at(START.plusSeconds(500));

        assertThat(view.recentCards()).hasSizeBetween(64, 80);
        assertThat(view.recentCards().subList(0, 2))
                .extracting(RecentCard::cardId)
                .containsExactly(new CardId("card-150"), new CardId("card-199"));
        assertThat(view.playsOf(new CardId("card-150"))).isEqualTo(2);
        assertThat(view.recentCard(new CardId("card-0"))).isEmpty();
        assertThat(view.daysSincePlayed(new CardId("card-199"))).isCloseTo(301 / 86_400.0, within(1e-9));
    }

    @Test
    void impressions_stay_unanswered_until_the_card_is_taken_up() {
        CardId blue = new CardId("blue");
        InteractionRecorded shown = anInteraction(InteractionType.IMPRESSION, BLUE, START);
        Profile tired = folded(shown, shown, anInteraction(InteractionType.DISMISS, BLUE, START.plusSeconds(9)));

        assertThat(tired.at(START).exposure(blue)).contains(new Exposure(2, START.plusSeconds(9), true));
        assertThat(tired.apply(recorded(3, START, aPlayOf(BLUE, START)))
                        .at(START)
                        .exposure(blue))
                .isEmpty();
    }

    @Test
    void the_response_to_a_shelf_is_counted_for_its_template() {
        ProfileView view = folded(
                        onShelf(anInteraction(InteractionType.IMPRESSION, BLUE, START), "tag:jazz"),
                        onShelf(anInteraction(InteractionType.IMPRESSION, RED, START), "tag:rock"),
                        onShelf(aPlayOf(BLUE, START), "tag:jazz"),
                        onShelf(anInteraction(InteractionType.SKIP, RED, START), "tag:rock"))
                .at(START);

        assertThat(view.shelf(new ShelfId("tag"), HalfLife.DAY)).isEqualTo(new ShelfResponse(2, 0, 1, 1));
        assertThat(view.shelf(new ShelfId("fresh"), HalfLife.DAY)).isEqualTo(new ShelfResponse(0, 0, 0, 0));
    }

    @Test
    void a_session_ends_after_thirty_idle_minutes() {
        Profile profile = folded(
                aPlayOf(BLUE, START),
                aPlayOf(RED, START.plusSeconds(1_700)),
                anInteraction(InteractionType.IMPRESSION, RED, START.plusSeconds(1_800)),
                aPlayOf(RED, START.plusSeconds(3_400)));

        assertThat(profile.at(START.plusSeconds(3_500)).sessionPosition()).isEqualTo(3);
        assertThat(profile.at(START.plusSeconds(5_201)).sessionPosition()).isZero();
        Profile next = profile.apply(recorded(4, START.plusSeconds(9_000), aPlayOf(BLUE, START.plusSeconds(9_000))));
        assertThat(next.at(START.plusSeconds(9_000)).sessionPosition()).isEqualTo(1);
    }

    @Test
    void a_skip_streak_lasts_until_a_play_is_left_alone() {
        InteractionRecorded play = aPlayOf(BLUE, START);
        InteractionRecorded skip = anInteraction(InteractionType.SKIP, BLUE, START);

        assertThat(folded(play, skip, play, skip, play).at(START).skipStreak()).isEqualTo(2);
        assertThat(folded(play, skip, play, skip, play, play).at(START).skipStreak())
                .isZero();
        assertThat(folded(skip, skip, anInteraction(InteractionType.COMPLETE, BLUE, START))
                        .at(START)
                        .skipStreak())
                .isZero();
    }

    @Test
    void the_hours_of_playing_are_remembered() {
        ProfileView morning = folded(aPlayOf(BLUE, START), aPlayOf(BLUE, START.plusSeconds(36_000)))
                .at(START);
        ProfileView evening = folded(aPlayOf(BLUE, START)).at(START.plusSeconds(36_000));

        assertThat(evening.playsAtThisHour()).isZero();
        assertThat(evening.playsOnThisWeekday()).isGreaterThan(0.9);
        assertThat(morning.playsAtThisHour()).isCloseTo(1, within(1e-6));
    }

    @Test
    void only_the_first_play_of_a_card_is_new() {
        ProfileView view = folded(aPlayOf(BLUE, START), aPlayOf(BLUE, START), aPlayOf(RED, START))
                .at(START);

        assertThat(view.firstPlays(HalfLife.MONTH)).isEqualTo(2);
        assertThat(view.plays(CardKind.TRACK, HalfLife.MONTH)).isEqualTo(3);
    }

    private static Profile folded(DomainEvent... events) {
        return Profile.empty().applyAll(streamOf(List.of(events)));
    }
}

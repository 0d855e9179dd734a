package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.profile.Streams.START;
import static dev.counterpoint.domain.profile.Streams.aPlayOf;
import static dev.counterpoint.domain.profile.Streams.anInteraction;
import static dev.counterpoint.domain.profile.Streams.onShelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Features against values worked out by hand. */
class FeatureMeaningTest {
    private static final Card BLUE = Catalogs.aCard("blue", "jazz");
    private static final Card RED = Catalogs.aCard("red", "rock", "loud");
    private static final Offset<Float> TINY = within(1e-5f);

    private final List<DomainEvent> events = new ArrayList<>();
    private Instant now = START;

    @Test
    void plays_are_counted_in_doublings() {
        events.addAll(List.of(play(BLUE), play(BLUE), play(BLUE)));

        assertThat(of("plays1h")).isEqualTo(2);
        now = START.plus(Duration.ofHours(1));
        assertThat(of("plays1h")).isEqualTo((float) (Math.log(2.5) / Math.log(2)), TINY);
    }

    @Test
    void skip_rates_lean_on_a_prior_of_one_in_five() {
        assertThat(of("skipRate7d")).isEqualTo(0.2f);
        events.addAll(List.of(play(BLUE), did(InteractionType.SKIP, BLUE), did(InteractionType.SKIP, BLUE)));

        assertThat(of("skipRate7d")).isEqualTo(3 / 8f);
        assertThat(of("skipStreak")).isEqualTo(2);
    }

    @Test
    void a_listener_who_never_played_waits_a_year() {
        assertThat(of("daysSinceLastPlay")).isEqualTo(365);
        events.add(play(BLUE));
        now = START.plus(Duration.ofHours(36));

        assertThat(of("daysSinceLastPlay")).isEqualTo(1.5f);
        assertThat(of("heardToday")).isZero();
        assertThat(of("daysSinceCardPlayed")).isEqualTo(1.5f);
    }

    @Test
    void tiers_are_told_apart() {
        assertThat(of("isPremium")).isZero();
        events.add(new ListenerSettingsChanged(new ListenerSettings(Tier.PREMIUM, null, null, true)));

        assertThat(of("isPremium")).isEqualTo(1);
    }

    @Test
    void popularity_falls_by_one_sixteenth_with_each_halving() {
        events.addAll(List.of(play(RED), play(RED), play(RED), play(RED), play(BLUE)));

        assertThat(of("cardPopularity")).isEqualTo(1 - 2 / 16f, TINY);
        assertThat(of("cardPopularity", SourceKind.POPULAR, "popular", RED)).isEqualTo(1);
        assertThat(of("cardPopularity", SourceKind.POPULAR, "popular", Catalogs.aCard("new")))
                .isZero();
    }

    @Test
    void play_rates_need_an_impression_and_a_credited_play() {
        events.add(play(BLUE));
        assertThat(of("cardPlayRate")).isEqualTo(0.1f);
        events.addAll(
                List.of(onShelf(did(InteractionType.IMPRESSION, BLUE), "popular"), onShelf(play(BLUE), "popular")));

        assertThat(of("cardPlayRate")).isEqualTo(3 / 21f);
        assertThat(of("shelfPlayRate")).isEqualTo(3 / 21f);
        assertThat(of("shelfPlayRateOfListener28d")).isEqualTo((1 + 30 / 21f) / 11);
        assertThat(of("shelfPlayRate", SourceKind.FRESH, "fresh", BLUE)).isEqualTo(0.1f);
    }

    @Test
    void affinity_to_tags_counts_the_first_most() {
        events.addAll(List.of(did(InteractionType.SAVE, RED), did(InteractionType.DISMISS, BLUE)));
        Card mixed = Catalogs.aCard("mixed", "rock", "jazz");
        double mean = (2 - 2 / Math.sqrt(2)) / (1 + 1 / Math.sqrt(2));

        assertThat(of("tagAffinity1d", SourceKind.POPULAR, "popular", mixed))
                .isEqualTo((float) (mean / (mean + 3)), TINY);
        assertThat(of("tagAffinity28d", SourceKind.POPULAR, "popular", BLUE)).isEqualTo(-2 / 5f, TINY);
        assertThat(of("tagAffinity1h", SourceKind.POPULAR, "popular", Catalogs.aCard("bare")))
                .isZero();
    }

    @Test
    void a_shelf_about_a_tag_knows_what_the_listener_thinks_of_it() {
        events.addAll(List.of(play(BLUE), play(BLUE)));

        assertThat(of("shelfTagAffinity1h", SourceKind.TAG, "tag:jazz", RED)).isEqualTo(2 / 5f);
        assertThat(of("shelfTagRise1h", SourceKind.TAG, "tag:jazz", RED)).isEqualTo(2 / 6f);
        assertThat(of("shelfTagAffinity1h", SourceKind.BECAUSE, "because:jazz", RED))
                .isZero();
        assertThat(of("shelfIsTag", SourceKind.TAG, "tag:jazz", RED)).isEqualTo(1);
    }

    @Test
    void a_shelf_about_a_card_fades_with_the_day_it_was_played() {
        events.add(play(BLUE));
        now = START.plus(Duration.ofDays(1));

        assertThat(of("shelfSeedRecency", SourceKind.BECAUSE, "because:blue", RED))
                .isEqualTo(0.5f);
        assertThat(of("shelfSeedRecency", SourceKind.BECAUSE, "because:red", RED))
                .isZero();
        assertThat(of("shelfSeedRecency", SourceKind.BECAUSE, "because:not an id", RED))
                .isZero();
    }

    @Test
    void fatigue_grows_with_unanswered_impressions_and_rests() {
        for (int i = 0; i < 4; i++) {
            events.add(did(InteractionType.IMPRESSION, BLUE));
        }

        assertThat(of("fatigue")).isEqualTo(0.5f);
        assertThat(of("unansweredImpressions")).isEqualTo((float) (Math.log(5) / Math.log(2)), TINY);
        now = START.plus(Duration.ofDays(3));
        assertThat(of("fatigue")).isEqualTo(0.25f);
        events.add(did(InteractionType.CLICK, BLUE));
        assertThat(of("fatigue")).isZero();
    }

    @Test
    void a_dismissed_card_is_remembered_until_it_is_taken_up() {
        events.add(did(InteractionType.DISMISS, BLUE));
        assertThat(of("cardDismissed")).isEqualTo(1);
        events.add(play(BLUE));

        assertThat(of("cardDismissed")).isZero();
    }

    @Test
    void an_announced_card_has_no_age_and_is_fresh() {
        Card announced = Catalogs.aCard("soon", START.plus(Duration.ofDays(90)));
        Card month = Catalogs.aCard("month", START.minus(Duration.ofDays(28)));

        assertThat(of("cardAgeDays", SourceKind.FRESH, "fresh", announced)).isZero();
        assertThat(of("cardFreshness28d", SourceKind.FRESH, "fresh", announced)).isEqualTo(1);
        assertThat(of("cardAgeDays", SourceKind.FRESH, "fresh", month)).isEqualTo(28);
        assertThat(of("cardFreshness28d", SourceKind.FRESH, "fresh", month)).isEqualTo(0.5f);
    }

    @Test
    void novelty_is_offered_to_those_who_seek_it() {
        events.addAll(List.of(play(BLUE), play(BLUE), play(BLUE), play(BLUE)));

        assertThat(of("listenerNovelty")).isEqualTo(3 / 8f);
        assertThat(of("unheardForNovelty")).isZero();
        assertThat(of("unheardForNovelty", SourceKind.POPULAR, "popular", RED)).isEqualTo(3 / 8f);
        assertThat(of("cardPlaysOfListener")).isEqualTo((float) (Math.log(5) / Math.log(2)), TINY);
    }

    @Test
    void the_hour_of_the_request_lies_on_a_circle() {
        assertThat(of("hourSin")).isEqualTo((float) Math.sin(2 * Math.PI * 8 / 24), TINY);
        assertThat(of("weekend")).isZero();
        now = START.plus(Duration.ofDays(5));
        assertThat(of("weekend")).isEqualTo(1);
        assertThat(of("hourActivity28d")).isEqualTo(1, TINY);
    }

    private float of(String feature) {
        return of(feature, SourceKind.POPULAR, "popular", BLUE);
    }

    private float of(String feature, SourceKind source, String shelf, Card card) {
        List<RecordedEvent> stream = Streams.streamOf(events);
        FeatureInputs inputs = new FeatureInputs(
                Profile.empty().applyAll(stream),
                Situations.statisticsOf(stream),
                Embeddings.none(),
                now,
                PageContext.at("phone", now, 0),
                List.of(new CandidateShelf(ShelfKey.parse(shelf), source, List.of(card))));
        return FeatureMatrix.of(HomeFeatures.newest(), inputs)
                .value(0, HomeFeatures.newest().columnOf(feature));
    }

    private static InteractionRecorded did(InteractionType type, Card card) {
        return anInteraction(type, card.facts(), START);
    }

    private static InteractionRecorded play(Card card) {
        return aPlayOf(card.facts(), START);
    }
}

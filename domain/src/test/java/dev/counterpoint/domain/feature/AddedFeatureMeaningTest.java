package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.profile.Streams.START;
import static dev.counterpoint.domain.profile.Streams.aPlayOf;
import static dev.counterpoint.domain.profile.Streams.anInteraction;
import static dev.counterpoint.domain.profile.Streams.onShelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.InteractionId;
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
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What home-2 adds, against values worked out by hand. The listeners start on a Monday at 8. */
class AddedFeatureMeaningTest {
    private static final Card BLUE = Catalogs.aCard("blue", "jazz");
    private static final Card RED = Catalogs.aCard("red", "rock", "loud");
    private static final Offset<Float> TINY = within(1e-5f);

    private final List<DomainEvent> events = new ArrayList<>();
    private Instant now = START;
    private Embeddings embeddings = Embeddings.none();

    @Test
    void plays_slide_out_of_their_windows_one_after_the_other() {
        events.addAll(List.of(play(BLUE), play(BLUE), play(RED)));

        assertThat(List.of(of("playsLastHour"), of("playsLastDay"), of("playsLast7Days"), of("playsLast28Days")))
                .containsOnly(2f);
        now = START.plus(Duration.ofHours(2));
        assertThat(of("playsLastHour")).isZero();
        assertThat(of("playsLastDay")).isEqualTo(2);
        now = START.plus(Duration.ofDays(2));
        assertThat(of("playsLastDay")).isZero();
        assertThat(of("playsLast7Days")).isEqualTo(2);
        now = START.plus(Duration.ofDays(8));
        assertThat(of("playsLast7Days")).isZero();
        assertThat(of("playsLast28Days")).isEqualTo(2);
        now = START.plus(Duration.ofDays(29));
        assertThat(of("playsLast28Days")).isZero();
    }

    @Test
    void tags_and_creators_have_windows_of_their_own() {
        events.addAll(List.of(play(BLUE), play(BLUE)));

        assertThat(of("tagPlaysLastHour")).isEqualTo(2 / 4f);
        assertThat(of("tagPlaysLastDay")).isEqualTo(2 / 7f);
        assertThat(of("tagPlaysLast7Days")).isEqualTo(2 / 12f);
        assertThat(of("tagPlaysLast28Days")).isEqualTo(2 / 22f);
        assertThat(of("creatorPlaysLastHour")).isEqualTo(2 / 4f);
        assertThat(of("creatorPlaysLast28Days")).isEqualTo(2 / 22f);
        assertThat(of("tagPlaysLastHour", SourceKind.POPULAR, "popular", RED)).isZero();
        now = START.plus(Duration.ofDays(3));
        assertThat(of("creatorPlaysLastDay")).isZero();
        assertThat(of("creatorPlaysLast7Days")).isEqualTo(2 / 12f);
    }

    @Test
    void windows_of_several_tags_are_averaged_the_first_counting_most() {
        events.add(play(Catalogs.aCard("other", "loud")));
        double mean = 1 / Math.sqrt(2) / (1 + 1 / Math.sqrt(2));

        assertThat(of("tagPlaysLastHour", SourceKind.POPULAR, "popular", RED))
                .isEqualTo((float) (mean / (mean + 2)), TINY);
    }

    @Test
    void a_shelf_is_rated_by_what_the_listener_did_with_it_lately() {
        events.addAll(List.of(
                onShelf(did(InteractionType.IMPRESSION, BLUE), "popular"),
                onShelf(did(InteractionType.IMPRESSION, RED), "popular"),
                onShelf(play(BLUE), "popular")));
        float prior = of("shelfPlayRate") * 10;

        assertThat(of("shelfPlaysLastHour")).isEqualTo(1 / 3f);
        assertThat(of("shelfPlaysLastDay")).isEqualTo(1 / 6f);
        assertThat(of("shelfPlayRateLast7Days")).isEqualTo((1 + prior) / 12, TINY);
        now = START.plus(Duration.ofDays(10));
        assertThat(of("shelfPlayRateLast7Days")).isEqualTo(of("shelfPlayRate"), TINY);
        assertThat(of("shelfPlayRateLast28Days")).isGreaterThan(of("shelfPlayRateLast7Days"));
    }

    @Test
    void minutes_are_those_that_clients_told() {
        events.addAll(List.of(
                new InteractionRecorded(
                        new InteractionId("i"), InteractionType.PLAY, BLUE.facts(), START, 180_000L, null),
                play(BLUE)));

        assertThat(of("minutesPlayedLastDay")).isEqualTo(2);
        now = START.plus(Duration.ofDays(2));
        assertThat(of("minutesPlayedLastDay")).isZero();
    }

    @Test
    void tier_and_country_are_what_the_listener_said() {
        events.add(new ListenerSettingsChanged(new ListenerSettings(Tier.FREE_SHUFFLE, null, null, true)));
        assertThat(of("isFreeShuffle")).isEqualTo(1);
        assertThat(of("countryKnown")).isZero();
        events.add(Streams.aRegistration());

        assertThat(of("isFreeShuffle")).isZero();
        assertThat(of("countryKnown")).isEqualTo(1);
    }

    @Test
    void days_in_a_row_and_weekdays_make_habits() {
        events.addAll(List.of(play(BLUE), aPlayOf(BLUE.facts(), START.plus(Duration.ofDays(1)))));
        now = START.plus(Duration.ofDays(1));
        assertThat(of("dayStreak")).isEqualTo((float) (Math.log(3) / Math.log(2)), TINY);

        now = START.plus(Duration.ofDays(3));
        float wednesdayAfter = of("weekdayActivity28d");
        now = START.plus(Duration.ofDays(7));
        assertThat(of("weekdayActivity28d")).isGreaterThan(1).isGreaterThan(wednesdayAfter);
        assertThat(of("dayStreak")).isZero();
    }

    @Test
    void what_is_popular_in_the_listeners_country_counts_there_only() {
        events.addAll(List.of(
                play(RED).from("SE"),
                play(RED).from("SE"),
                play(BLUE).from("SE"),
                play(BLUE).from("FR")));
        assertThat(of("cardPopularityInCountry")).isZero();
        events.add(Streams.aRegistration());

        assertThat(of("cardPopularityInCountry")).isEqualTo(1 - 1 / 16f, TINY);
        assertThat(of("cardPopularityInCountry", SourceKind.POPULAR, "popular", RED))
                .isEqualTo(1);
        assertThat(of("cardPopularity")).isEqualTo(1);
        assertThat(of("cardPopularityInCountry", SourceKind.POPULAR, "popular", Catalogs.aCard("new")))
                .isZero();
    }

    @Test
    void trends_are_plays_of_everybody_that_fade_fast() {
        events.addAll(List.of(play(BLUE), play(BLUE)));

        assertThat(of("cardPlays1h")).isEqualTo(1, TINY);
        now = START.plus(Duration.ofHours(3));
        assertThat(of("cardPlays1h")).isEqualTo(-2, TINY);
        assertThat(of("cardPlays1d")).isEqualTo(1 - 3 / 24f, TINY);
        assertThat(of("cardPlays1h", SourceKind.POPULAR, "popular", RED)).isEqualTo(-10);
    }

    @Test
    void the_listeners_vector_is_that_of_the_cards_they_played_last() {
        events.addAll(List.of(play(BLUE), aPlayOf(RED.facts(), START.plus(Duration.ofDays(7)))));
        now = START.plus(Duration.ofDays(7));
        assertThat(of("embeddingCosine")).isZero();
        embeddings = Embeddings.of("embeddings-1", Map.of(BLUE.cardId(), axis(0), RED.cardId(), axis(1)));

        assertThat(of("embeddingCosine")).isEqualTo((float) (0.5 / Math.sqrt(1.25)), TINY);
        assertThat(of("embeddingCosine", SourceKind.POPULAR, "popular", RED))
                .isEqualTo((float) (1 / Math.sqrt(1.25)), TINY);
        assertThat(of("embeddingCosine", SourceKind.POPULAR, "popular", Catalogs.aCard("new")))
                .isZero();
    }

    @Test
    void shelves_respond_to_the_time_of_day() {
        now = START.minus(Duration.ofHours(2));
        assertThat(of("recentShelfInMorning", SourceKind.RECENT, "recent", BLUE))
                .isEqualTo(1);
        assertThat(of("recentShelfInMorning", SourceKind.FRESH, "fresh", BLUE)).isZero();
        assertThat(of("freshShelfAtNight", SourceKind.FRESH, "fresh", BLUE)).isZero();
        now = START.minus(Duration.ofHours(4));
        assertThat(of("recentShelfInMorning", SourceKind.RECENT, "recent", BLUE))
                .isZero();
        assertThat(of("freshShelfAtNight", SourceKind.FRESH, "fresh", BLUE)).isEqualTo(1);
    }

    @Test
    void shelves_respond_to_the_mood_and_the_tier() {
        events.addAll(List.of(play(BLUE), did(InteractionType.SKIP, BLUE), did(InteractionType.SKIP, BLUE)));
        assertThat(of("popularShelfOnSkipStreak")).isEqualTo(0.5f);
        assertThat(of("popularShelfOnSkipStreak", SourceKind.FRESH, "fresh", BLUE))
                .isZero();
        assertThat(of("freshShelfForPremium", SourceKind.FRESH, "fresh", BLUE)).isZero();
        events.add(Streams.aRegistration());

        assertThat(of("freshShelfForPremium", SourceKind.FRESH, "fresh", BLUE)).isEqualTo(1);
        assertThat(of("freshShelfForPremium")).isZero();
    }

    @Test
    void a_shelf_about_a_tag_responds_to_the_hours_of_that_tag() {
        events.addAll(List.of(play(BLUE), aPlayOf(RED.facts(), START.plus(Duration.ofHours(12)))));
        now = START.plus(Duration.ofDays(1));

        assertThat(of("shelfTagAtThisHour", SourceKind.TAG, "tag:jazz", BLUE)).isEqualTo(2 / 5f);
        assertThat(of("shelfTagAtThisHour", SourceKind.TAG, "tag:rock", BLUE)).isEqualTo(1 / 5f);
        assertThat(of("shelfTagAtThisHour", SourceKind.TAG, "tag:new", BLUE)).isEqualTo(1 / 4f);
        assertThat(of("shelfTagAtThisHour")).isZero();
    }

    private float of(String feature) {
        return of(feature, SourceKind.POPULAR, "popular", BLUE);
    }

    private float of(String feature, SourceKind source, String shelf, Card card) {
        List<RecordedEvent> stream = Streams.streamOf(events);
        FeatureInputs inputs = new FeatureInputs(
                Profile.empty().applyAll(stream),
                Situations.statisticsOf(stream),
                embeddings,
                now,
                PageContext.at("phone", now, 0),
                List.of(new CandidateShelf(ShelfKey.parse(shelf), source, List.of(card))));
        return FeatureMatrix.of(HomeFeatures.HOME_2, inputs).value(0, HomeFeatures.HOME_2.columnOf(feature));
    }

    private static Embedding axis(int number) {
        float[] values = new float[Embedding.DIMENSIONS];
        values[number] = 3;
        return new Embedding(values);
    }

    private static InteractionRecorded did(InteractionType type, Card card) {
        return anInteraction(type, card.facts(), START);
    }

    private static InteractionRecorded play(Card card) {
        return aPlayOf(card.facts(), START);
    }
}

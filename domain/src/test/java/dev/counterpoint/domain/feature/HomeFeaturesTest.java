package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.catalog.Catalogs.PUBLISHED;
import static dev.counterpoint.domain.profile.Streams.START;
import static dev.counterpoint.domain.profile.Streams.aPlayOf;
import static dev.counterpoint.domain.profile.Streams.anInteraction;
import static dev.counterpoint.domain.profile.Streams.onShelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.Golden;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HomeFeaturesTest {
    private static final FeatureSet SET = HomeFeatures.newest();
    private static final Card BLUE = Catalogs.aCard("blue", "jazz", "modal");
    private static final Card RED = Catalogs.aCard("red", PUBLISHED.plus(Duration.ofDays(60)), "rock");
    private static final Instant NOW = START.plus(Duration.ofHours(2));

    static List<FeatureSet> released() {
        return HomeFeatures.all();
    }

    /** Where this fails, a released feature has changed its meaning: it needs a new name, in a new set. */
    @ParameterizedTest
    @MethodSource("released")
    void a_fixed_world_has_these_values(FeatureSet set) {
        FeatureMatrix matrix = FeatureMatrix.of(set, aFixedWorld());
        StringBuilder values = new StringBuilder();
        for (int column = 0; column < matrix.columns(); column++) {
            values.append(set.names().get(column));
            for (int row = 0; row < matrix.rows(); row++) {
                values.append(' ').append(matrix.value(row, column));
            }
            values.append('\n');
        }
        values.append("digest ").append(HexFormat.of().formatHex(matrix.digest()));

        assertThat(values.toString()).isEqualTo(Golden.textOf("features-" + set.name() + ".txt"));
    }

    @Test
    void the_newest_set_has_at_least_60_features_of_every_scope_each_with_its_own_name() {
        assertThat(SET.size()).isEqualTo(80);
        assertThat(SET.names()).doesNotHaveDuplicates();
        assertThat(SET.features())
                .extracting(feature -> feature.description().scope())
                .contains(FeatureScope.values());
    }

    @Test
    void the_newest_set_begins_with_the_columns_of_the_first_one() {
        assertThat(SET.features()).startsWith(HomeFeatures.HOME_1.features().toArray(Feature[]::new));
    }

    @Test
    void the_digest_changes_with_one_value_and_with_the_name_of_the_set() {
        FeatureMatrix matrix = aFixedMatrix();
        FeatureInputs inputs = aFixedWorld();
        FeatureInputs later = new FeatureInputs(
                inputs.profile(),
                inputs.statistics(),
                inputs.embeddings(),
                NOW.plusMillis(40_000),
                inputs.context(),
                inputs.shelves());

        assertThat(FeatureMatrix.of(SET, later).digest()).isNotEqualTo(matrix.digest());
        assertThat(FeatureMatrix.of(new FeatureSet("home-x", SET.features()), inputs)
                        .digest())
                .isNotEqualTo(matrix.digest());
    }

    @Test
    void a_plan_without_cards_has_no_rows() {
        FeatureInputs empty = new FeatureInputs(
                Profile.empty(),
                aFixedWorld().statistics(),
                Embeddings.none(),
                NOW,
                PageContext.at("tv", NOW, 0),
                List.of());

        assertThat(FeatureMatrix.of(SET, empty).rows()).isZero();
        assertThat(FeatureMatrix.of(SET, empty).digest()).hasSize(32);
    }

    @Test
    void the_listeners_own_features_are_known_without_a_page() {
        assertThat(SET.valuesOf(aFixedWorld().profile(), NOW))
                .containsEntry("isPremium", 1f)
                .containsKeys("skipRate7d", "daysSinceLastPlay")
                .doesNotContainKeys("hourSin", "cardPopularity");
    }

    @Test
    void two_features_of_one_name_are_refused() {
        Feature feature = SET.features().get(0);

        assertThatThrownBy(() -> new FeatureSet("twice-1", List.of(feature, feature)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(feature.name());
        assertThatThrownBy(() -> SET.columnOf("typo")).hasMessageContaining("typo");
    }

    private static FeatureMatrix aFixedMatrix() {
        return FeatureMatrix.of(SET, aFixedWorld());
    }

    private static Embedding aVector(float first, float last) {
        float[] values = new float[Embedding.DIMENSIONS];
        values[0] = first;
        values[values.length - 1] = last;
        return new Embedding(values);
    }

    private static FeatureInputs aFixedWorld() {
        List<RecordedEvent> events = Streams.streamOf(List.of(
                Streams.aRegistration(),
                onShelf(anInteraction(InteractionType.IMPRESSION, BLUE.facts(), START), "tag:jazz"),
                onShelf(anInteraction(InteractionType.IMPRESSION, RED.facts(), START), "popular"),
                onShelf(aPlayOf(BLUE.facts(), START.plusSeconds(60)), "tag:jazz"),
                anInteraction(InteractionType.SAVE, BLUE.facts(), START.plusSeconds(240)),
                aPlayOf(BLUE.facts(), START.plusSeconds(600)).from("SE"),
                aPlayOf(Catalogs.aCard("green", "rock").facts(), START.plusSeconds(900))
                        .from("SE"),
                anInteraction(
                        InteractionType.SKIP, Catalogs.aCard("green", "rock").facts(), START.plusSeconds(910)),
                onShelf(anInteraction(InteractionType.IMPRESSION, RED.facts(), START.plusSeconds(7_000)), "popular")));
        return new FeatureInputs(
                Profile.empty().applyAll(events),
                Situations.statisticsOf(events),
                Embeddings.of(
                        "embeddings-1",
                        Map.of(
                                BLUE.cardId(),
                                aVector(1, 0),
                                RED.cardId(),
                                aVector(1, 2),
                                new CardId("green"),
                                aVector(0, 1))),
                NOW,
                PageContext.at("phone", NOW, 60),
                List.of(
                        new CandidateShelf(ShelfKey.parse("tag:jazz"), SourceKind.TAG, List.of(BLUE)),
                        new CandidateShelf(ShelfKey.parse("popular"), SourceKind.POPULAR, List.of(BLUE, RED)),
                        new CandidateShelf(ShelfKey.parse("because:blue"), SourceKind.BECAUSE, List.of(RED))));
    }
}

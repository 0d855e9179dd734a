package dev.counterpoint.domain.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.profile.ProfileBytes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FeatureMatrixProperties {
    private static final FeatureSet SET = HomeFeatures.newest();

    @Property(tries = 60)
    void every_value_is_finite_and_within_the_range_of_its_feature(
            @ForAll long seed, @ForAll @IntRange(max = 500) int interactions, @ForAll @IntRange(max = 20) int cards) {
        FeatureInputs inputs = Situations.anyInputs(seed, interactions, cards);

        FeatureMatrix matrix = FeatureMatrix.of(SET, inputs);

        assertThat(matrix.rows()).isEqualTo(inputs.pairs());
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                FeatureDescription description = SET.features().get(column).description();
                assertThat(matrix.value(row, column))
                        .as(description.name())
                        .isFinite()
                        .isBetween((float) description.lowest(), (float) description.highest());
            }
        }
    }

    @Property(tries = 30)
    void the_same_inputs_give_the_same_digest_also_through_bytes(@ForAll long seed) {
        FeatureInputs inputs = Situations.anyInputs(seed, 200, 10);
        FeatureInputs again = Situations.anyInputs(seed, 200, 10);
        FeatureInputs stored = new FeatureInputs(
                ProfileBytes.decode(ProfileBytes.encode(inputs.profile())),
                inputs.statistics(),
                inputs.embeddings(),
                inputs.now(),
                inputs.context(),
                inputs.shelves());

        byte[] digest = FeatureMatrix.of(SET, inputs).digest();

        assertThat(digest).hasSize(32);
        assertThat(FeatureMatrix.of(SET, again).digest()).isEqualTo(digest);
        assertThat(FeatureMatrix.of(SET, stored).digest()).isEqualTo(digest);
    }

    @Property(tries = 30)
    void a_pair_does_not_depend_on_the_pairs_beside_it(@ForAll long seed, @ForAll @IntRange(max = 6) int chosen) {
        FeatureInputs inputs = Situations.anyInputs(seed, 200, 5);
        CandidateShelf shelf = inputs.shelves().get(chosen);
        Card first = shelf.cards().get(0);
        FeatureInputs alone = new FeatureInputs(
                inputs.profile(),
                inputs.statistics(),
                inputs.embeddings(),
                inputs.now(),
                inputs.context(),
                List.of(new CandidateShelf(shelf.shelf(), shelf.source(), List.of(first))));

        FeatureMatrix matrix = FeatureMatrix.of(SET, inputs);
        FeatureMatrix single = FeatureMatrix.of(SET, alone);

        for (int column = 0; column < matrix.columns(); column++) {
            assertThat(single.value(0, column)).isEqualTo(matrix.value(5 * chosen, column));
        }
    }
}

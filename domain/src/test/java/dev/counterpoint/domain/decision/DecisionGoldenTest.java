package dev.counterpoint.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.Golden;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.model.Baselines;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards the bytes of decisions, over which hash chains are taken, and the policy that they record. */
class DecisionGoldenTest {
    private static final String FILE = "decision-2-linear-3.hex";
    private static final String FIRST_OF_HOME_2 = "decision-2-home-2.hex";
    private static final String FIRST_FEATURES = "decision-2.hex";
    private static final String FIRST_FORM = "decision-1.hex";

    @Test
    void a_fixed_decision_has_these_bytes() {
        String bytes = HexFormat.of().formatHex(DecisionBytes.encode(Decisions.aDecision(42)));

        assertThat(bytes.replaceAll("(.{160})", "$1\n").strip()).isEqualTo(Golden.textOf(FILE));
    }

    @Test
    void these_bytes_read_back_as_that_decision() {
        assertThat(read(FILE)).isEqualTo(Decisions.aDecision(42));
    }

    /** By fold 1, features home-1 and the models of that time, as they were stored when there were no others. */
    @ParameterizedTest
    @ValueSource(strings = {FIRST_FORM, FIRST_FEATURES})
    void what_the_first_fold_and_features_decided_is_reproduced_bit_for_bit(String file) {
        DecisionRecord stored = read(file);

        Reproduction reproduction = Reproduction.of(stored, Decisions.known(42, 80), Baselines.firstLinear());

        assertThat(stored.versions().foldVersion()).isEqualTo(1);
        assertThat(stored.versions().featureSet()).isEqualTo("home-1");
        assertThat(reproduction.differences()).isEmpty();
        assertThat(reproduction.digest()).isEqualTo(stored.features());
        assertThat(reproduction.largestScoreDifference()).isZero();
    }

    @Test
    void what_the_second_baseline_decided_is_reproduced_bit_for_bit() {
        DecisionRecord stored = read(FIRST_OF_HOME_2);

        Reproduction reproduction = Reproduction.of(stored, Decisions.known(42, 80), Baselines.secondLinear());

        assertThat(stored.versions().model()).isEqualTo("baseline-linear-2");
        assertThat(reproduction.differences()).isEmpty();
        assertThat(reproduction.largestScoreDifference()).isZero();
    }

    @Test
    void a_page_of_the_first_form_is_drawn_again_from_its_scores() {
        DecisionRecord first = read(FIRST_FORM);

        assertThat(HomePolicy.decide(first.inputs(), first.scores().toArray(), first.seed()))
                .isEqualTo(first.page());
        assertThat(first.versions().embeddings()).isEqualTo(Embeddings.NONE);
        assertThat(DecisionBytes.decode(DecisionBytes.encode(first))).isEqualTo(first);
    }

    private static DecisionRecord read(String file) {
        return DecisionBytes.decode(HexFormat.of().parseHex(Golden.textOf(file).replace("\n", "")));
    }
}

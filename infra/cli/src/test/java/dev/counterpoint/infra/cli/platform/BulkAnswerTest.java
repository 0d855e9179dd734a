package dev.counterpoint.infra.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.platform.BulkAnswer.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BulkAnswerTest {

    @Test
    void read_takesWhatIsSaid() {
        BulkAnswer answer = read(
                "{\"accepted\": 3, \"duplicates\": 2, \"durableThroughLine\": 6,"
                        + " \"rejected\": [{\"line\": 4, \"detail\": \"unknown card\"}], \"more\": true}",
                9);

        assertThat(answer).isEqualTo(new BulkAnswer(3, 2, List.of(new Rejected(4, "unknown card")), 6));
        assertThat(answer.settled(9)).isEqualTo(6);
    }

    @Test
    void read_withoutAWordOnHowFarItCame_settlesAll() {
        assertThat(read("{\"accepted\": 5}", 5).settled(5)).isEqualTo(5);
    }

    @Test
    void settled_rejectedLinesBehindTheDurableOnes_needNotBeSentAgain() {
        BulkAnswer answer = read(
                "{\"accepted\": 2, \"durableThroughLine\": 2, \"rejected\": [{\"line\": 3}, {\"line\": 4}, {\"line\": 6}]}",
                6);

        assertThat(answer.settled(6)).isEqualTo(4);
    }

    @Test
    void settled_isNeverMoreThanWasSent() {
        assertThat(read("{\"durableThroughLine\": 80}", 5).settled(5)).isEqualTo(5);
        assertThat(read("{\"durableThroughLine\": -1}", 5).settled(5)).isZero();
    }

    @Test
    void firstOf_countsOnlyTheLinesThatAreSettled_andNumbersThemInTheWhole() {
        BulkAnswer answer = new BulkAnswer(9, 1, List.of(new Rejected(2, "no"), new Rejected(8, "later")), 4);

        assertThat(answer.firstOf(4, 100)).isEqualTo(new BulkAnswer(2, 1, List.of(new Rejected(102, "no")), 4));
    }

    private static BulkAnswer read(String json, int lines) {
        return BulkAnswer.read(new JsonMapper().readTree(json), lines);
    }
}

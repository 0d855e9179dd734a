package dev.counterpoint.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.counterpoint.domain.event.StreamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against results that three independent implementations agree on. */
class ReferenceSlateTest {

    @Test
    void slotsWeighedByMarginals_giveTheReferenceValues() throws IOException {
        Path file = data().resolve("ope/reference.json");
        assumeTrue(Files.exists(file), "the reference results are not there: " + file);
        JsonNode slate = JsonMapper.shared().readTree(Files.readString(file)).path("slate");
        int places = slate.path("reward").path(0).size();
        OffPolicyLog log = new OffPolicyLog();
        for (int round = 0; round < slate.path("reward").size(); round++) {
            int[] at = new int[places];
            double[] weights = new double[places];
            double[] rewards = new double[places];
            for (int place = 0; place < places; place++) {
                at[place] = place;
                weights[place] = slate.path("eval_position")
                                .path(round)
                                .path(place)
                                .doubleValue()
                        / slate.path("pscore_position").path(round).path(place).doubleValue();
                rewards[place] = slate.path("reward").path(round).path(place).doubleValue();
            }
            log.add(new WeighedPage(new StreamId("l" + round), at, weights, rewards, new double[places], 0));
        }

        JsonNode expected = slate.path("expected");
        assertThat(log.estimate(ValueEstimator.IPS).value())
                .isCloseTo(expected.path("IIPS").doubleValue(), within(1e-12));
        assertThat(log.estimate(ValueEstimator.SNIPS).value())
                .isCloseTo(expected.path("SNIIPS").doubleValue(), within(1e-12));
    }

    private static Path data() {
        String named = System.getenv("COUNTERPOINT_DATA");
        return Objects.requireNonNullElseGet(
                named == null ? null : Path.of(named), () -> Path.of("..", "..", "shared", "data"));
    }
}

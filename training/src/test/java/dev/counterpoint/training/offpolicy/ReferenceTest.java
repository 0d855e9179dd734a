package dev.counterpoint.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against results that three independent implementations agree on. */
class ReferenceTest {

    @Test
    void single_actions_give_the_reference_values() {
        JsonNode single = ReferenceData.json("ope/reference.json").path("single");
        Map<String, OffPolicyEstimator<WeighedAction>> estimators = new LinkedHashMap<>();
        estimators.put("IPW", ActionEstimators.ips());
        estimators.put("CIPW lambda=1.5", ActionEstimators.clippedIps(1.5));
        estimators.put("SNIPW", ActionEstimators.snips());
        estimators.put("DM", ActionEstimators.direct());
        estimators.put("DR", ActionEstimators.doublyRobust());
        estimators.put("SNDR", ActionEstimators.selfNormalisedDoublyRobust());
        estimators.put("SwitchDR lambda=1", ActionEstimators.switchDoublyRobust(1));
        estimators.put("SwitchDR lambda=2", ActionEstimators.switchDoublyRobust(2));
        estimators.put("DRos lambda=1", ActionEstimators.shrunkDoublyRobust(1));
        estimators.put("DRos lambda=2", ActionEstimators.shrunkDoublyRobust(2));
        estimators.put("SGIPW lambda=0.1", ActionEstimators.subGaussianIps(0.1));
        estimators.put("SGDR lambda=0.1", ActionEstimators.subGaussianDoublyRobust(0.1));
        estimators.put("vw_ips", ActionEstimators.ips());
        estimators.put("vw_snips", ActionEstimators.snips());
        estimators.put("vw_mle", ActionEstimators.mostLikely());
        estimators.put("vw_cressieread", ActionEstimators.cressieRead(0, 1));

        estimators.forEach((name, estimator) -> assertThat(estimator.estimate(actions(single)))
                .as(name)
                .isCloseTo(single.path("expected").path(name).doubleValue(), within(1e-12)));
    }

    private static List<WeighedAction> actions(JsonNode single) {
        double[] rewards = ReferenceData.doubles(single.path("reward"));
        double[] propensities = ReferenceData.doubles(single.path("pscore"));
        List<WeighedAction> rows = new ArrayList<>();
        for (int i = 0; i < rewards.length; i++) {
            int action = single.path("action").path(i).intValue();
            double[] policy = ReferenceData.doubles(single.path("pi_e").path(i));
            double[] model = ReferenceData.doubles(single.path("q_hat").path(i));
            rows.add(new WeighedAction(
                    policy[action] / propensities[i],
                    rewards[i],
                    model[action],
                    dot(policy, 0, model, 0, model.length)));
        }
        return rows;
    }

    @Test
    void slates_give_the_reference_values() {
        JsonNode slate = ReferenceData.json("ope/reference.json").path("slate");
        List<WeighedSlate> slates = slates(slate, true);
        Map<String, OffPolicyEstimator<WeighedSlate>> estimators = new LinkedHashMap<>();
        estimators.put("SIPS", SlateEstimators.standardIps());
        estimators.put("SNSIPS", SlateEstimators.selfNormalisedStandardIps());
        estimators.put("IIPS", SlateEstimators.independentIps());
        estimators.put("SNIIPS", SlateEstimators.selfNormalisedIndependentIps(3));
        estimators.put("RIPS", SlateEstimators.rewardInteractionIps());
        estimators.put("SNRIPS", SlateEstimators.selfNormalisedRewardInteractionIps(3));
        estimators.put("CascadeDR", SlateEstimators.cascadeDoublyRobust());
        estimators.put("PI (VW, slate reward = sum)", SlateEstimators.pseudoInverse());

        estimators.forEach((name, estimator) -> assertThat(estimator.estimate(slates))
                .as(name)
                .isCloseTo(slate.path("expected").path(name).doubleValue(), within(1e-12)));
        assertThat(SlateEstimators.cascadeDoublyRobust().estimate(slates(slate, false)))
                .isCloseTo(
                        slate.path("expected").path("CascadeDR q=0 (== RIPS)").doubleValue(), within(1e-12));
    }

    private static List<WeighedSlate> slates(JsonNode slate, boolean withModel) {
        double[] model = ReferenceData.doubles(slate.path("q_hat"));
        double[] policy = ReferenceData.doubles(slate.path("eval_action_dist"));
        List<WeighedSlate> slates = new ArrayList<>();
        int positions = slate.path("reward").path(0).size();
        int actions = model.length / slate.path("reward").size() / positions;
        for (int i = 0; i < slate.path("reward").size(); i++) {
            double[] logged =
                    ReferenceData.doubles(slate.path("pscore_position").path(i));
            double[] marginal =
                    ReferenceData.doubles(slate.path("eval_position").path(i));
            double[] predicted = new double[positions];
            double[] expected = new double[positions];
            for (int k = 0; k < positions; k++) {
                marginal[k] /= logged[k];
                int from = (i * positions + k) * actions;
                if (withModel) {
                    predicted[k] =
                            model[from + slate.path("action").path(i).path(k).intValue()];
                    expected[k] = dot(policy, from, model, from, actions);
                }
            }
            slates.add(new WeighedSlate(
                    marginal,
                    WeighedSlate.products(marginal),
                    ReferenceData.doubles(slate.path("reward").path(i)),
                    predicted,
                    expected));
        }
        return slates;
    }

    private static double dot(double[] one, int from, double[] other, int otherFrom, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += one[from + i] * other[otherFrom + i];
        }
        return sum;
    }
}

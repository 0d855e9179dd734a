package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.training.offpolicy.Bounds;
import dev.counterpoint.training.offpolicy.WeighedAction;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a line of a log: one with the probabilities of all actions ({@code propensities}, {@code target}, {@code chosen}), or one with those of
 * the chosen action alone ({@code propensity}, {@code targetPropensity}). The guide describes both.
 */
final class LineParser {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // So that a NaN, as some programs write it, is refused by its name.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final double ROUNDING = 0.001;

    private final @Nullable Bounds rewards;
    private final double largestWeight;

    /**
     * @param rewards that there are, where they are stated
     * @param largestWeight that there is, infinite where none is stated
     */
    LineParser(@Nullable Bounds rewards, double largestWeight) {
        this.rewards = rewards;
        this.largestWeight = largestWeight;
    }

    /** @param line JSON in UTF-8 */
    LoggedRow parse(byte[] line) throws BrokenRowException {
        JsonNode json = tree(line);
        boolean isOfAll = json.has("propensities");
        if (isOfAll == json.has("propensity")) {
            throw new BrokenRowException("has both propensities and propensity, or neither");
        }
        LoggedRow row = isOfAll ? ofAllActions(json) : ofChosenAction(json);
        double weight = row.action().weight();
        if (weight > largestWeight) {
            throw new BrokenRowException("weighs " + weight + ", more than the " + largestWeight + " that were stated");
        }
        return row;
    }

    private static JsonNode tree(byte[] line) throws BrokenRowException {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException notJson) {
            throw new BrokenRowException("is not JSON in UTF-8");
        }
        throw new BrokenRowException("is not a JSON object");
    }

    private LoggedRow ofAllActions(JsonNode json) throws BrokenRowException {
        double[] propensities = distribution(json, "propensities", -1);
        double[] target = distribution(json, "target", propensities.length);
        int chosen = chosen(json, propensities.length);
        double propensity = propensity(propensities[chosen], "the propensity of the chosen action");
        double unsupported = 0;
        double expected = 0;
        boolean hasModel = json.has("predicted");
        double[] predicted = hasModel ? numbers(json, "predicted", propensities.length) : new double[target.length];
        for (int action = 0; action < target.length; action++) {
            unsupported += propensities[action] == 0 ? target[action] : 0;
            expected += target[action] * reward(predicted[action], "predicted", hasModel);
        }
        WeighedAction weighed = weighed(target[chosen] / propensity, reward(json), predicted[chosen], expected);
        return new LoggedRow(cluster(json), propensity, weighed, unsupported, hasModel);
    }

    private LoggedRow ofChosenAction(JsonNode json) throws BrokenRowException {
        double propensity = propensity(number(json, "propensity"), "propensity");
        double target = number(json, "targetPropensity");
        if (!(target >= 0 && target <= 1)) {
            throw new BrokenRowException("targetPropensity is " + target + ", not 0 to 1");
        }
        boolean hasModel = json.has("predicted");
        if (hasModel != json.has("expected")) {
            throw new BrokenRowException("has one of predicted and expected without the other");
        }
        double predicted = hasModel ? reward(number(json, "predicted"), "predicted", true) : 0;
        double expected = hasModel ? reward(number(json, "expected"), "expected", true) : 0;
        WeighedAction weighed = weighed(target / propensity, reward(json), predicted, expected);
        return new LoggedRow(cluster(json), propensity, weighed, Double.NaN, hasModel);
    }

    private static WeighedAction weighed(double weight, double reward, double predicted, double expected)
            throws BrokenRowException {
        if (!Double.isFinite(weight)) {
            throw new BrokenRowException("has a propensity so small that its weight is no number");
        }
        return new WeighedAction(weight, reward, predicted, expected);
    }

    private static @Nullable String cluster(JsonNode json) throws BrokenRowException {
        JsonNode cluster = json.path("cluster");
        if (cluster.isMissingNode() || cluster.isNull()) {
            return null;
        }
        if (!cluster.isString() && !cluster.isIntegralNumber()) {
            throw new BrokenRowException("cluster is neither a string nor a whole number");
        }
        return cluster.asString();
    }

    /** By its name among the actions, or its place from 0. */
    private static int chosen(JsonNode json, int count) throws BrokenRowException {
        JsonNode chosen = json.path("chosen");
        int place = chosen.isInt() ? chosen.intValue() : placeOf(chosen, json.path("actions"), count);
        if (place < 0 || place >= count) {
            throw new BrokenRowException("chosen is " + (chosen.isMissingNode() ? "missing" : chosen)
                    + ", not one of the " + count + " actions");
        }
        return place;
    }

    private static int placeOf(JsonNode chosen, JsonNode actions, int count) throws BrokenRowException {
        if (!actions.isArray() || actions.size() != count) {
            throw new BrokenRowException("actions are not an array of " + count + ", as propensities are");
        }
        Set<String> names = new HashSet<>();
        int found = -1;
        for (int place = 0; place < count; place++) {
            String name = actions.path(place).isString() ? actions.path(place).stringValue() : "";
            if (name.isEmpty() || !names.add(name)) {
                throw new BrokenRowException("actions are not all different strings");
            }
            found = chosen.isString() && name.equals(chosen.stringValue()) ? place : found;
        }
        return found;
    }

    private double reward(JsonNode json) throws BrokenRowException {
        return reward(number(json, "reward"), "reward", true);
    }

    private double reward(double reward, String name, boolean isGiven) throws BrokenRowException {
        if (isGiven && rewards != null && !(reward >= rewards.lowest() && reward <= rewards.highest())) {
            throw new BrokenRowException(name + " is " + reward + ", not " + rewards.lowest() + " to "
                    + rewards.highest() + " as was stated");
        }
        return reward;
    }

    private static double propensity(double propensity, String name) throws BrokenRowException {
        if (!(propensity > 0 && propensity <= 1)) {
            throw new BrokenRowException(name + " is " + propensity + ", not above 0 and at most 1");
        }
        return propensity;
    }

    private static double[] distribution(JsonNode json, String name, int count) throws BrokenRowException {
        double[] probabilities = numbers(json, name, count);
        double sum = 0;
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new BrokenRowException("one of " + name + " is " + probability + ", not 0 to 1");
            }
            sum += probability;
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new BrokenRowException(name + " sum to " + sum + ", not to 1");
        }
        return probabilities;
    }

    /** @param count how many there must be, -1 for any number */
    private static double[] numbers(JsonNode json, String name, int count) throws BrokenRowException {
        JsonNode array = json.path(name);
        if (!array.isArray() || array.isEmpty() || count >= 0 && array.size() != count) {
            throw new BrokenRowException(
                    count < 0
                            ? name + " is not an array of numbers"
                            : name + " is not an array of " + count + " numbers");
        }
        double[] numbers = new double[array.size()];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = finite(array.path(place), "one of " + name);
        }
        return numbers;
    }

    private static double number(JsonNode json, String name) throws BrokenRowException {
        if (!json.has(name)) {
            throw new BrokenRowException("has no " + name);
        }
        return finite(json.path(name), name);
    }

    private static double finite(JsonNode node, String name) throws BrokenRowException {
        if (!node.isNumber()) {
            throw new BrokenRowException(name + " is " + node + ", not a number");
        }
        if (!Double.isFinite(node.doubleValue())) {
            throw new BrokenRowException(name + " is " + node.asString() + ", not a finite number");
        }
        return node.doubleValue();
    }
}

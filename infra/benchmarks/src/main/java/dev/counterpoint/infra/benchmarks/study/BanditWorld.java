package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.offpolicy.ActionEstimators;
import dev.counterpoint.training.offpolicy.Bounds;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.offpolicy.Judgement;
import dev.counterpoint.training.offpolicy.LogEvaluation;
import dev.counterpoint.training.offpolicy.LogEvaluation.Asked;
import dev.counterpoint.training.offpolicy.WeighedAction;
import java.util.List;

/**
 * A bandit with five actions whose truth is known exactly. Each listener has a favourite action and a leaning towards it, uniform within 0 and 1, and
 * comes once and then up to four times more, each with the probability of the leaning: so rows of a listener are alike, and who likes more comes more.
 * Both policies know the favourite and choose evenly among the others.
 *
 * @param logged probability of the favourite
 * @param stated what the log says of it: the same, where the log is right
 * @param other the other policy's, of the actions that are logged
 * @param outside the other policy's probability of what is never logged
 * @param base the mean probability of a reward, over actions, for those who lean to none
 * @param gain what a full leaning adds to the favourite
 */
record BanditWorld(
        String name,
        int listeners,
        double logged,
        double stated,
        double other,
        double outside,
        double base,
        double gain) {
    static final double CONFIDENCE = 0.95;
    private static final int ACTIONS = 5;
    private static final int MORE_VISITS = 4;
    /** E[u (1 + 4 u)] / E[1 + 4 u], u being uniform. */
    private static final double LEANING_OF_A_ROW = 11.0 / 18;

    private static final double LEANING_OF_A_LISTENER = 0.5;
    private static final double CUT = 5;
    private static final Bounds REWARDS = new Bounds(0, 1);

    /** A right log of enough rewards. */
    static BanditWorld right(String name, int listeners, double logged, double other) {
        return new BanditWorld(name, listeners, logged, logged, other, 0, 0.1, 0.4);
    }

    double largestWeight() {
        return Math.max(weight(true), weight(false));
    }

    /** The mean reward of a row under the other policy. */
    double truth() {
        return base + other * gain * LEANING_OF_A_ROW;
    }

    /** The mean over listeners of the mean reward of their rows, which intervals for any number of clusters are about. */
    double truthOfListeners() {
        return base + other * gain * LEANING_OF_A_LISTENER;
    }

    /** What a fresh log of this world says, where it passes the standard gate: IPS, SNIPS, DR, clipped IPS and switched DR. */
    Judgement judge(long seed, int replicates) {
        SeededRandom chance = SeededRandom.of(seed, name);
        LogEvaluation evaluation = new LogEvaluation(
                asked(),
                new LogEvaluation.Settings(
                        replicates, CONFIDENCE, SeededRandom.seedOf(seed, "bootstrap"), HonestyGate.STANDARD));
        for (int listener = 0; listener < listeners; listener++) {
            addListener(listener, chance, evaluation);
        }
        return evaluation.judgement();
    }

    private List<Asked> asked() {
        return List.of(
                new Asked(ActionEstimators.ips(), Bounds.ofInversePropensity(REWARDS, largestWeight())),
                Asked.of(ActionEstimators.snips()),
                new Asked(ActionEstimators.doublyRobust(), Bounds.ofDoublyRobust(REWARDS, largestWeight())),
                Asked.of(ActionEstimators.clippedIps(CUT)),
                Asked.of(ActionEstimators.switchDoublyRobust(CUT)));
    }

    private void addListener(int listener, SeededRandom chance, LogEvaluation evaluation) {
        int favourite = chance.nextInt(ACTIONS);
        double leaning = chance.nextDouble();
        int visits = 1;
        for (int visit = 0; visit < MORE_VISITS; visit++) {
            visits += chance.nextDouble() < leaning ? 1 : 0;
        }
        for (int visit = 0; visit < visits; visit++) {
            int action = draw(favourite, chance);
            boolean isRewarded = chance.nextDouble() < base(action) + (action == favourite ? gain * leaning : 0);
            // The model knows the mean of all actions and no favourite: where it is trusted, it is wrong.
            WeighedAction row = new WeighedAction(weight(action == favourite), isRewarded ? 1 : 0, base, base);
            evaluation.add(listener, "listener " + listener + " visit " + visit, row, outside);
        }
    }

    private int draw(int favourite, SeededRandom chance) {
        return chance.nextDouble() < logged ? favourite : (favourite + 1 + chance.nextInt(ACTIONS - 1)) % ACTIONS;
    }

    /** From half the mean to one and a half of it. */
    private double base(int action) {
        return base * (0.5 + (double) action / (ACTIONS - 1));
    }

    private double weight(boolean isFavourite) {
        return (1 - outside) * (isFavourite ? other / stated : (1 - other) / (1 - stated));
    }
}

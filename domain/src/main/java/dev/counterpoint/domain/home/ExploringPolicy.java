package dev.counterpoint.domain.home;

/** A policy that leaves a known part to chance, so that what it shows can be learned from. */
public sealed interface ExploringPolicy extends DrawingPolicy permits EpsilonGreedy, PlackettLuce {

    @Override
    default boolean isRandom() {
        return true;
    }

    /** The same exploration with pure chance in place of the order: the policy of the uniform arm. */
    ExploringPolicy uniform();

    /**
     * The same policy with more or less of its chance, but for η.
     *
     * @param factor greater than 0
     */
    ExploringPolicy times(double factor);
}

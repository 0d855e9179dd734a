package dev.counterpoint.infra.benchmarks.study;

/**
 * Click rates of cards, learned from what was shown: of all users together with a Beta prior, and of each user with a Beta prior of the same
 * weight around the rate of all. Not thread-safe.
 */
final class ClickRates {
    private final Prior prior;
    private final long[][] shown;
    private final long[][] clicks;
    private final long[] shownToAll;
    private final long[] clicksOfAll;

    /** Beta(α, β) of a card that was never shown. */
    record Prior(double alpha, double beta) {
        Prior {
            if (!(alpha > 0 && beta > 0)) {
                throw new IllegalArgumentException("a Beta prior is of positive numbers, not " + alpha + ", " + beta);
            }
        }

        double weight() {
            return alpha + beta;
        }
    }

    ClickRates(Prior prior, int users, int cards) {
        this.prior = prior;
        this.shown = new long[users][cards];
        this.clicks = new long[users][cards];
        this.shownToAll = new long[cards];
        this.clicksOfAll = new long[cards];
    }

    void learn(int user, int card, boolean clicked) {
        shown[user][card]++;
        shownToAll[card]++;
        if (clicked) {
            clicks[user][card]++;
            clicksOfAll[card]++;
        }
    }

    /** The posterior mean of all users together. */
    double ofAll(int card) {
        return (clicksOfAll[card] + prior.alpha()) / (shownToAll[card] + prior.weight());
    }

    /** The posterior mean of one user. */
    double of(int user, int card) {
        return (clicks[user][card] + prior.weight() * ofAll(card)) / (shown[user][card] + prior.weight());
    }

    /** How often all users together saw it. */
    long shown(int card) {
        return shownToAll[card];
    }
}

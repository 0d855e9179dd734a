package dev.counterpoint.domain.home;

/** How likely a count is that is at least as far out. */
final class BinomialTail {
    private BinomialTail() {}

    /**
     * The smaller of P(X ≤ count) and P(X ≥ count) for X successes of n tries with probability p, exactly: terms are added up outwards from the
     * count, each from the one before.
     */
    static double of(int n, double p, int count) {
        double at = Math.exp(logTerm(n, p, count));
        double below = 0;
        double term = at;
        for (int k = count; k >= 0 && term > 0; k--) {
            below += term;
            term *= k / (n - k + 1.0) * (1 - p) / p;
        }
        double above = 0;
        term = at;
        for (int k = count; k <= n && term > 0; k++) {
            above += term;
            term *= (n - k) / (k + 1.0) * p / (1 - p);
        }
        return Math.min(below, above);
    }

    private static double logTerm(int n, double p, int count) {
        double log = count * Math.log(p) + (n - count) * Math.log1p(-p);
        for (int k = 1; k <= count; k++) {
            log += Math.log(n - count + k) - Math.log(k);
        }
        return log;
    }
}

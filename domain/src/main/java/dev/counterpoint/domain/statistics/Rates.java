package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.time.HalfLife;

/**
 * Rates of response, each within (0, 1): counts are faded to now, and a prior is added as if it had been counted, so that a card
 * which few have met has the rate of any card.
 *
 * <table>
 * <caption>Priors</caption>
 * <tr><th>rate</th><th>of</th><th>prior</th></tr>
 * <tr><td>play</td><td>credited plays per impression</td><td>2 of 20</td></tr>
 * <tr><td>click</td><td>clicks per impression</td><td>2 of 20</td></tr>
 * <tr><td>skip</td><td>skips per play or skip</td><td>2 of 10</td></tr>
 * <tr><td>completion</td><td>completions per play</td><td>5 of 10</td></tr>
 * <tr><td>save</td><td>saves per play</td><td>0.5 of 10</td></tr>
 * <tr><td>dismissal</td><td>dismissals per impression</td><td>0.2 of 20</td></tr>
 * </table>
 */
public final class Rates {
    private final Responses responses;
    private final double fading;

    private Rates(Responses responses, double fading) {
        this.responses = responses;
        this.fading = fading;
    }

    /** The rates at a moment, in microseconds since 1970. */
    public static Rates at(Responses responses, long nowMicros) {
        return new Rates(responses, responses.fading(nowMicros));
    }

    public double play() {
        return rate(responses.creditedPlays(), responses.impressions(), 2, 20);
    }

    public double click() {
        return rate(responses.clicks(), responses.impressions(), 2, 20);
    }

    public double skip() {
        return rate(responses.skips(), responses.plays() + responses.skips(), 2, 10);
    }

    public double completion() {
        return rate(responses.completes(), responses.plays(), 5, 10);
    }

    public double save() {
        return rate(responses.saves(), responses.plays(), 0.5, 10);
    }

    public double dismissal() {
        return rate(responses.dismisses(), responses.impressions(), 0.2, 20);
    }

    /** Impressions as of now, faded with {@link HalfLife#MONTH}. */
    public double impressions() {
        return responses.impressions() * fading;
    }

    /** An interaction may come without the impression or play before it; then the rate stays at its upper end. */
    private double rate(double successes, double trials, double priorSuccesses, double priorTrials) {
        double possible = Math.max(successes, trials);
        return (successes * fading + priorSuccesses) / (possible * fading + priorTrials);
    }
}

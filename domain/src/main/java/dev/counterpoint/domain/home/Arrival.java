package dev.counterpoint.domain.home;

/**
 * Whether an item of an {@link ExponentialRace} has arrived, at all points in time. From one point to that at twice the time, the probability
 * p of having arrived becomes 2p − p², and q of not having arrived q²; p is followed while it is small, q from then on, so that neither loses
 * digits. Not thread-safe.
 */
final class Arrival {
    private static final double SMALL = 0.5;

    private final RaceTimes times;
    private final double[] arrived;
    private final double[] awaited;
    private double rate;

    Arrival(RaceTimes times) {
        this.times = times;
        this.arrived = new double[times.points()];
        this.awaited = new double[times.points()];
    }

    /**
     * Becomes that of another item.
     *
     * @param weight how many arrivals a unit of time would have
     */
    void of(double weight) {
        rate = weight;
        int doubling = times.pointsADoubling();
        int point = 0;
        for (; point < Math.min(doubling, arrived.length); point++) {
            arrived[point] = soon(weight * times.time(point));
        }
        for (; point < arrived.length && arrived[point - doubling] < SMALL; point++) {
            double half = arrived[point - doubling];
            arrived[point] = half * (2 - half);
        }
        complement(arrived, awaited, point);
        for (; point < arrived.length; point++) {
            double half = awaited[point - doubling];
            awaited[point] = half * half;
            arrived[point] = 1 - awaited[point];
        }
    }

    double rate() {
        return rate;
    }

    /** double[points]: the probability of having arrived. */
    double[] arrived() {
        return arrived;
    }

    /** double[points]: the probability of not having arrived. */
    double[] awaited() {
        return awaited;
    }

    /** 1 − exp(−x) for x up to 2e-6, by its series. */
    private static double soon(double x) {
        return x * (1 - x / 2 * (1 - x / 3));
    }

    private static void complement(double[] p, double[] q, int points) {
        for (int point = 0; point < points; point++) {
            q[point] = 1 - p[point];
        }
    }
}

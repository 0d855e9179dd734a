package dev.counterpoint.infra.simulator.drive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rewards a page by what served it, with errors clustered by listener. Thread-safe. */
public final class RewardTally {
    private final Map<String, Map<String, Sums>> byServer = new TreeMap<>();

    private static final class Sums {
        private long pages;
        private double rewards;
    }

    /**
     * What is known of one that served.
     *
     * @param reward a page
     * @param standardError of that, clustered by listener, by linearisation of the ratio
     */
    public record Mean(String servedBy, long listeners, long pages, double reward, double standardError) {}

    synchronized void add(String servedBy, String listener, double reward) {
        Sums sums =
                byServer.computeIfAbsent(servedBy, any -> new HashMap<>()).computeIfAbsent(listener, any -> new Sums());
        sums.pages++;
        sums.rewards += reward;
    }

    /** All pages, whatever served them. */
    public synchronized long pages() {
        return byServer.values().stream()
                .flatMap(listeners -> listeners.values().stream())
                .mapToLong(sums -> sums.pages)
                .sum();
    }

    /** In the order of their names. */
    public synchronized List<Mean> means() {
        return byServer.entrySet().stream()
                .map(each -> mean(each.getKey(), each.getValue()))
                .toList();
    }

    private static Mean mean(String servedBy, Map<String, Sums> listeners) {
        long pages = 0;
        double rewards = 0;
        for (Sums sums : listeners.values()) {
            pages += sums.pages;
            rewards += sums.rewards;
        }
        double mean = rewards / pages;
        double squares = 0;
        for (Sums sums : listeners.values()) {
            double residual = sums.rewards - mean * sums.pages;
            squares += residual * residual;
        }
        double count = listeners.size();
        double error = count > 1 ? Math.sqrt(squares * count / (count - 1)) / pages : Double.NaN;
        return new Mean(servedBy, listeners.size(), pages, mean, error);
    }
}

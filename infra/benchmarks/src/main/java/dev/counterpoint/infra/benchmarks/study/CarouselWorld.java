package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.DrawingPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A shelf of playlists on which the true probability of every click is known: σ(x·θ), with a user's features and a constant 1 for x, and a
 * playlist's weights for θ, of which the last is its bias.
 *
 * @see "Bendada, Salha and Bontempelli 2020, Carousel Personalization in Music Streaming Apps with Contextual Bandits"
 */
final class CarouselWorld {
    private final double[][] chances;

    /** @param chances double[users][cards], the probability of a click on a card that is shown; not copied */
    CarouselWorld(double[][] chances) {
        this.chances = chances;
    }

    /**
     * Reads {@code user_features_small.csv} and {@code playlist_features.csv}. The first column of users is their segment, not a feature.
     *
     * @throws IllegalArgumentException if users have not one feature less than playlists have weights
     */
    static CarouselWorld read(Path folder) {
        List<double[]> users = rows(folder.resolve("user_features_small.csv"));
        List<double[]> playlists = rows(folder.resolve("playlist_features.csv"));
        return new CarouselWorld(users.stream()
                .map(user -> playlists.stream()
                        .mapToDouble(playlist -> chance(user, playlist))
                        .toArray())
                .toArray(double[][]::new));
    }

    int users() {
        return chances.length;
    }

    int cards() {
        return chances[0].length;
    }

    double chance(int user, int card) {
        return chances[user][card];
    }

    /** Expected clicks of a user's own best cards, as a mean over users. */
    double optimum(int slots) {
        return meanOverUsers(user -> sumOfBest(chances[user], slots));
    }

    /** Expected clicks of the cards that are best for all users together. */
    double popularity(int slots) {
        return sumOfBest(
                IntStream.range(0, cards())
                        .mapToDouble(card -> meanOverUsers(user -> chances[user][card]))
                        .toArray(),
                slots);
    }

    /** Expected clicks of cards by chance. */
    double uniform(int slots) {
        return slots * meanOverUsers(user -> Spread.mean(chances[user]));
    }

    /** Expected clicks of a policy that is told the true order of a user's 50 best cards: what its exploration leaves of the optimum. */
    double toldTheTruth(DrawingPolicy policy, int slots) {
        return meanOverUsers(user -> {
            double[] best = bestFirst(chances[user], Shelf.MAX_CARDS);
            return expectation(best, policy.marginals(best, slots));
        });
    }

    /**
     * Expected clicks over all draws of a list.
     *
     * @param chances double[n] by rank
     * @param marginals double[n][slots], as {@link DrawingPolicy#marginals} has them
     */
    static double expectation(double[] chances, double[][] marginals) {
        return IntStream.range(0, chances.length)
                .mapToDouble(
                        rank -> chances[rank] * Arrays.stream(marginals[rank]).sum())
                .sum();
    }

    private double meanOverUsers(IntToDoubleFunction value) {
        return IntStream.range(0, users()).mapToDouble(value).average().orElseThrow();
    }

    private static double sumOfBest(double[] values, int slots) {
        return Arrays.stream(bestFirst(values, slots)).sum();
    }

    private static double[] bestFirst(double[] values, int most) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return IntStream.range(0, Math.min(most, ascending.length))
                .mapToDouble(rank -> ascending[ascending.length - 1 - rank])
                .toArray();
    }

    private static double chance(double[] user, double[] playlist) {
        if (user.length != playlist.length) {
            throw new IllegalArgumentException("a user has " + (user.length - 1) + " features, which do not fit "
                    + playlist.length + " weights with a bias");
        }
        double sum = playlist[playlist.length - 1];
        for (int feature = 1; feature < user.length; feature++) {
            sum += user[feature] * playlist[feature - 1];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Without the header. */
    private static List<double[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package dev.counterpoint.domain.model;

import java.time.Instant;
import java.util.List;

/**
 * What is to be learned.
 *
 * @param estimators words of what learns, at least one, none twice
 * @param from pages served then or later
 * @param to pages served before then
 * @param reward the word of what is learned to predict
 * @param seed of all chance in it
 */
public record TrainingRequest(List<String> estimators, Instant from, Instant to, String reward, long seed) {
    /** The reward of a request for vectors of cards: what a listener plays next. */
    public static final String NEXT_PLAY = "next-play";

    public TrainingRequest {
        estimators = List.copyOf(estimators);
        if (estimators.isEmpty() || estimators.stream().distinct().count() < estimators.size()) {
            throw new IllegalArgumentException("a training has at least one estimator, and none twice");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a training reads from an instant to a later one");
        }
    }

    /** Whether vectors of cards are to be learned, not models. */
    public boolean isForEmbeddings() {
        return reward.equals(NEXT_PLAY);
    }
}

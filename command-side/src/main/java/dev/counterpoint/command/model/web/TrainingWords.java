package dev.counterpoint.command.model.web;

import java.util.List;

/**
 * The words that a training may be asked with.
 *
 * @param estimators the first one is the default
 * @param rewards the first one is the default
 * @param embeddings what learns vectors of cards
 */
public record TrainingWords(List<String> estimators, List<String> rewards, String embeddings) {
    public TrainingWords {
        estimators = List.copyOf(estimators);
        rewards = List.copyOf(rewards);
    }
}

package dev.counterpoint.domain.decision;

/**
 * What a decision was made of, by reference: each of these is immutable and kept as long as decisions cite it.
 *
 * @param profileSequence of the last event of the listener that was known; -1 where nothing was, or nothing was to be used
 * @param foldVersion of the profile
 * @param catalog number of the epoch
 * @param statistics number of the version
 * @param embeddings word of the version of the cards' vectors; {@code none} where there were none
 * @param featureSet name of the features, with its version
 * @param model name of the model that scored
 * @param code version of the program
 * @param clock which time the platform lived by: {@code system} or {@code simulated}
 */
public record CitedVersions(
        long profileSequence,
        int foldVersion,
        long catalog,
        long statistics,
        String embeddings,
        String featureSet,
        String model,
        String code,
        String clock) {}

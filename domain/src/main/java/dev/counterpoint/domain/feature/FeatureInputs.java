package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.statistics.Statistics;
import java.time.Instant;
import java.util.List;

/** All that features are computed from. The pairs stand in canonical order: shelf by shelf, card by card, as given here. */
public record FeatureInputs(
        Profile profile,
        Statistics statistics,
        Embeddings embeddings,
        Instant now,
        PageContext context,
        List<CandidateShelf> shelves) {
    public FeatureInputs {
        shelves = List.copyOf(shelves);
    }

    /** How many (shelf, card) pairs there are. */
    public int pairs() {
        return shelves.stream().mapToInt(shelf -> shelf.cards().size()).sum();
    }
}

package dev.counterpoint.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.model.ModelEvent.EmbeddingsLearned;
import dev.counterpoint.domain.model.ModelRegistry.LearnedEmbeddings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {
    private static final TrainingRequest REQUEST = new TrainingRequest(
            List.of("matrix-factorization"), Instant.EPOCH, Instant.EPOCH.plusSeconds(1), TrainingRequest.NEXT_PLAY, 1);

    private static EmbeddingsCard card(String version) {
        Digest digest = new Digest("0".repeat(64));
        return new EmbeddingsCard(
                version,
                "matrix-factorization",
                digest,
                new EmbeddingsCard.Lineage("run-1", REQUEST, "0.1.0", 10, digest),
                5,
                2,
                new ModelCard.FitSummary(80, 20, 5, 3, 0.4, 0.41));
    }

    private static ModelRegistry learned(String... versions) {
        ModelRegistry registry = ModelRegistry.empty();
        for (String version : versions) {
            long sequence = registry.sequence() + 1;
            registry =
                    registry.apply(new EmbeddingsLearned(card(version)), sequence, Instant.EPOCH.plusSeconds(sequence));
        }
        return registry;
    }

    @Test
    void the_version_learned_last_is_the_newest_also_when_it_was_learned_before() {
        assertThat(learned().newestEmbeddings()).isEmpty();
        assertThat(learned("a", "b").newestEmbeddings())
                .contains(new LearnedEmbeddings(card("b"), Instant.EPOCH.plusSeconds(1)));
        assertThat(learned("a", "b", "a").embeddings())
                .extracting(learned -> learned.card().version())
                .containsExactly("b", "a");
        assertThat(learned("a").embeddings("a")).isPresent();
        assertThat(learned("a").embeddings("b")).isEmpty();
    }

    @Test
    void versions_of_vectors_are_no_models() {
        assertThat(learned("a").models()).isEmpty();
        assertThat(REQUEST.isForEmbeddings()).isTrue();
    }
}

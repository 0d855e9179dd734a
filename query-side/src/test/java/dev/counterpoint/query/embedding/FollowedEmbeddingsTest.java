package dev.counterpoint.query.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.embedding.CardVectorBytes;
import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.embedding.ExactNeighbours;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.InMemoryModelArtifacts;
import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.model.ModelCard.FitSummary;
import dev.counterpoint.domain.model.ModelEvent.EmbeddingsLearned;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.TrainingRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowedEmbeddingsTest {
    private static final TrainingRequest REQUEST = new TrainingRequest(
            List.of("matrix-factorization"), Instant.EPOCH, Instant.EPOCH.plusSeconds(1), TrainingRequest.NEXT_PLAY, 1);

    private final List<RecordedEvent> events = new ArrayList<>();
    private final InMemoryModelArtifacts artifacts = new InMemoryModelArtifacts();
    private final List<EmbeddedCards> whileBuilding = new ArrayList<>();
    private NeighbourIndexes indexes = ExactNeighbours::new;
    private final FollowedEmbeddings embeddings =
            new FollowedEmbeddings(new FollowedRegistry(new Stream()), new KeptEmbeddings(artifacts), vectors -> {
                seeWhileBuilding();
                return indexes.of(vectors);
            });

    private void seeWhileBuilding() {
        whileBuilding.add(embeddings.current());
    }

    /** The stream of models of this test. */
    private final class Stream implements EventHistory {
        @Override
        public List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
            return events.stream()
                    .filter(event -> event.sequence() > afterSequence)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long head(StreamId stream) {
            return events.size() - 1L;
        }
    }

    private String learned(String card) {
        float[] values = new float[CardVectors.DIMENSIONS];
        values[0] = 1;
        ModelArtifact artifact = new ModelArtifact(
                "matrix-factorization", CardVectorBytes.encode(CardVectors.of(List.of(new CardId(card)), values)));
        artifacts.put(artifact);
        EmbeddingsCard known = new EmbeddingsCard(
                artifact.modelId(),
                artifact.estimator(),
                artifact.digest(),
                new EmbeddingsCard.Lineage("run-1", REQUEST, "0.1.0", 10, artifact.digest()),
                1,
                0,
                new FitSummary(80, 20, 5, 3, 0.4, 0.41));
        events.add(new RecordedEvent(
                ModelRegistry.STREAM,
                events.size(),
                new UUID(0, events.size()),
                Instant.EPOCH,
                new EmbeddingsLearned(known),
                Map.of()));
        return artifact.modelId();
    }

    @Test
    void until_something_was_learned_there_are_no_vectors() {
        assertThat(embeddings.follow()).isFalse();
        assertThat(embeddings.current()).isEqualTo(EmbeddedCards.none());
    }

    @Test
    void the_newest_version_serves_with_its_neighbours_and_is_made_ready_once() {
        learned("jazz");
        String newest = learned("fado");

        assertThat(embeddings.follow()).isTrue();
        assertThat(embeddings.follow()).isFalse();

        assertThat(embeddings.current().embeddings().version()).isEqualTo(newest);
        assertThat(embeddings.current().neighbours().nearest(axis(), 10))
                .extracting(neighbour -> neighbour.card().value())
                .containsExactly("fado");
        assertThat(whileBuilding).hasSize(1);
    }

    private static double[] axis() {
        double[] vector = new double[CardVectors.DIMENSIONS];
        vector[0] = 1;
        return vector;
    }

    @Test
    void the_first_version_serves_without_neighbours_until_they_are_ready_and_later_ones_wait() {
        String first = learned("jazz");
        embeddings.follow();
        String second = learned("fado");
        embeddings.follow();

        assertThat(whileBuilding.get(0).embeddings().version()).isEqualTo(first);
        assertThat(whileBuilding.get(0).neighbours().nearest(axis(), 10)).isEmpty();
        assertThat(whileBuilding.get(1).embeddings().version()).isEqualTo(first);
        assertThat(whileBuilding.get(1).neighbours().nearest(axis(), 10)).hasSize(1);
        assertThat(embeddings.current().embeddings().version()).isEqualTo(second);
    }

    @Test
    void what_cannot_be_made_ready_leaves_the_version_before_and_is_tried_again() {
        String first = learned("jazz");
        embeddings.follow();
        String second = learned("fado");
        indexes = vectors -> {
            throw new IllegalStateException("no memory");
        };

        assertThatThrownBy(embeddings::follow).isInstanceOf(IllegalStateException.class);
        assertThat(embeddings.current().embeddings().version()).isEqualTo(first);
        indexes = ExactNeighbours::new;
        assertThat(embeddings.follow()).isTrue();
        assertThat(embeddings.current().embeddings().version()).isEqualTo(second);
    }

    @Test
    void earlier_versions_can_be_read_and_unknown_ones_cannot() {
        String first = learned("jazz");
        learned("fado");
        embeddings.follow();

        assertThat(embeddings.at(first).holds(new CardId("jazz"))).isTrue();
        assertThat(embeddings.at(Embeddings.NONE).isEmpty()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> embeddings.at("matrix-factorization-000000000000"));
    }
}

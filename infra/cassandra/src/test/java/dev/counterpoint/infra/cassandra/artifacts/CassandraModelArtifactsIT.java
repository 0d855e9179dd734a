package dev.counterpoint.infra.cassandra.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.infra.cassandra.Keyspaces;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CassandraModelArtifactsIT {
    private final CassandraModelArtifacts artifacts = new CassandraModelArtifacts(Keyspaces.shared());

    @Test
    void what_was_put_is_found_and_putting_it_again_changes_nothing() {
        ModelArtifact artifact = new ModelArtifact("deep", new byte[] {1, 2, 3});
        artifacts.put(artifact);
        artifacts.put(artifact);

        assertThat(artifacts.find(artifact.modelId())).contains(artifact);
        assertThat(artifacts.find("deep-000000000000")).isEmpty();
    }

    @Test
    void what_is_larger_than_a_row_should_be_lies_in_pieces_and_is_found_whole() {
        byte[] bytes = new byte[20 * (1 << 20) + 7];
        new Random(1).nextBytes(bytes);
        ModelArtifact artifact = new ModelArtifact("matrix-factorization", bytes);
        artifacts.put(artifact);

        assertThat(artifacts.find(artifact.modelId())).contains(artifact);

        Keyspaces.shared()
                .execute("DELETE FROM model_artifact_pieces WHERE model_id = ? AND piece = 5", artifact.modelId());
        assertThatThrownBy(() -> artifacts.find(artifact.modelId())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bytes_that_are_not_those_of_the_name_are_not_given_out() {
        ModelArtifact artifact = new ModelArtifact("logistic", new byte[] {7});
        Keyspaces.shared()
                .execute(
                        "INSERT INTO model_artifacts (model_id, estimator, content) VALUES (?, ?, 0x08)",
                        artifact.modelId(),
                        "logistic");

        assertThatThrownBy(() -> artifacts.find(artifact.modelId()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the bytes kept for " + artifact.modelId() + " are those of logistic-");
    }
}

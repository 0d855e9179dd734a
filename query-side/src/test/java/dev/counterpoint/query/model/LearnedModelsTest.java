package dev.counterpoint.query.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.InMemoryModelArtifacts;
import dev.counterpoint.domain.model.LinearScorer;
import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.ModelEvent;
import dev.counterpoint.domain.model.ModelEvent.ModelRegistered;
import dev.counterpoint.domain.model.ModelEvent.ModelStaged;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.ModelStage;
import dev.counterpoint.domain.model.Scorers;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.query.InMemoryHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedModelsTest {
    private static final StreamId ANYBODY = StreamId.ofListener("anybody");

    private final InMemoryHistory history = new InMemoryHistory();
    private final InMemoryModelArtifacts artifacts = new InMemoryModelArtifacts();
    private final Scorers scorers =
            artifact -> new LinearScorer(artifact.modelId(), HomeFeatures.HOME_1, Map.of(), artifact.bytes()[0]);
    private final LearnedModels models = new LearnedModels(new FollowedRegistry(history), artifacts, scorers);

    private void happens(ModelEvent event) {
        history.append(ModelRegistry.STREAM, Instant.EPOCH, event);
    }

    private String learned(int bias) {
        ModelArtifact artifact = new ModelArtifact("logistic", new byte[] {(byte) bias});
        artifacts.put(artifact);
        register(artifact.modelId());
        return artifact.modelId();
    }

    private void register(String modelId) {
        Digest digest = new Digest("0".repeat(64));
        TrainingRequest request = new TrainingRequest(List.of("logistic"), Instant.EPOCH, Instant.MAX, "click", 1);
        happens(new ModelRegistered(new ModelCard(
                modelId,
                "logistic",
                digest,
                "home-1",
                new ModelCard.Lineage("run-1", request, "0.1.0", 3, 10, 20, digest),
                new ModelCard.FitSummary(80, 20, 5, 3, 0.4, 0.41),
                List.of())));
    }

    private String servedTo(StreamId listener) {
        return models.of(listener).scorer().modelId();
    }

    @Test
    void the_baseline_serves_until_a_model_is_live() {
        learned(1);
        models.follow();

        assertThat(servedTo(ANYBODY)).isEqualTo("baseline-linear-3");
    }

    @Test
    void what_is_live_serves_once_it_is_followed_and_the_next_one_takes_its_place() {
        String first = learned(1);
        String second = learned(2);
        happens(new ModelStaged(first, ModelStage.LIVE, null));

        assertThat(models.follow()).isTrue();
        assertThat(servedTo(ANYBODY)).isEqualTo(first);
        assertThat(models.of(ANYBODY).stage()).isEqualTo("live");
        assertThat(models.follow()).isFalse();

        happens(new ModelStaged(first, ModelStage.RETIRED, null));
        happens(new ModelStaged(second, ModelStage.LIVE, null));
        models.follow();
        assertThat(servedTo(ANYBODY)).isEqualTo(second);
        assertThat(models.find(first)).isPresent();
    }

    @Test
    void when_the_live_model_is_retired_the_baseline_is_back() {
        String first = learned(1);
        happens(new ModelStaged(first, ModelStage.LIVE, null));
        models.follow();
        happens(new ModelStaged(first, ModelStage.RETIRED, null));
        models.follow();

        assertThat(servedTo(ANYBODY)).isEqualTo("baseline-linear-3");
    }

    @Test
    void a_canary_serves_its_share_of_listeners_and_always_the_same() {
        String canary = learned(1);
        happens(new ModelStaged(canary, ModelStage.CANARY, 0.1));
        models.follow();

        List<StreamId> listeners = IntStream.range(0, 10_000)
                .mapToObj(i -> StreamId.ofListener("listener-" + i))
                .toList();
        List<StreamId> chosen =
                listeners.stream().filter(each -> servedTo(each).equals(canary)).toList();
        assertThat(chosen).hasSizeBetween(880, 1_120);
        assertThat(models.of(chosen.get(0)).stage()).isEqualTo("canary");

        happens(new ModelStaged(canary, ModelStage.CANARY, 0.2));
        models.follow();
        assertThat(chosen).allSatisfy(each -> assertThat(servedTo(each)).isEqualTo(canary));
    }

    @Test
    void a_model_whose_bytes_are_gone_does_not_take_the_place_of_the_one_that_serves() {
        String first = learned(1);
        happens(new ModelStaged(first, ModelStage.LIVE, null));
        models.follow();
        register("logistic-gone");
        happens(new ModelStaged(first, ModelStage.RETIRED, null));
        happens(new ModelStaged("logistic-gone", ModelStage.LIVE, null));

        assertThatThrownBy(models::follow).hasMessage("model logistic-gone is registered, but its bytes are not kept");
        assertThat(servedTo(ANYBODY)).isEqualTo(first);
    }

    @Test
    void baselines_are_found_by_name_and_what_never_was_is_not() {
        assertThat(models.find("baseline-linear-1")).isPresent();
        assertThat(models.find("baseline-popularity-1")).isPresent();
        assertThat(models.find("baseline-linear-3")).isPresent();
        assertThat(models.find("baseline-popularity-2")).isPresent();
        assertThat(models.find("logistic-never")).isEmpty();
    }
}

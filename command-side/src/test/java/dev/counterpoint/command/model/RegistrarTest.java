package dev.counterpoint.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.model.ModelCommand.FailTraining;
import dev.counterpoint.command.model.ModelCommand.FinishTraining;
import dev.counterpoint.command.model.ModelCommand.RegisterEmbeddings;
import dev.counterpoint.command.model.ModelCommand.RegisterModel;
import dev.counterpoint.command.model.ModelCommand.RequestTraining;
import dev.counterpoint.command.model.ModelCommand.StageModel;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.ModelEvent.EmbeddingsLearned;
import dev.counterpoint.domain.model.ModelEvent.ModelRegistered;
import dev.counterpoint.domain.model.ModelEvent.ModelStaged;
import dev.counterpoint.domain.model.ModelEvent.TrainingFailed;
import dev.counterpoint.domain.model.ModelEvent.TrainingFinished;
import dev.counterpoint.domain.model.ModelEvent.TrainingRequested;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.ModelStage;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrarTest {
    private static final TrainingRequest REQUEST =
            new TrainingRequest(List.of("logistic"), Instant.EPOCH, Instant.EPOCH.plusSeconds(60), "click", 1);

    private AggregateTestFixture<Registrar> fixture;

    @BeforeEach
    void setUp() {
        fixture = new AggregateTestFixture<>(Registrar.class);
        fixture.registerCommandTargetResolver(
                command -> new VersionedAggregateIdentifier(ModelRegistry.STREAM.value(), null));
    }

    private static ModelCard card(String modelId) {
        Digest digest = new Digest("0".repeat(64));
        return new ModelCard(
                modelId,
                "logistic",
                digest,
                "home-1",
                new ModelCard.Lineage("run-1", REQUEST, "0.1.0", 3, 10, 20, digest),
                new ModelCard.FitSummary(80, 20, 5, 3, 0.4, 0.41),
                List.of());
    }

    private static EmbeddingsCard embeddings(String version) {
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

    @Test
    void vectors_of_cards_are_taken_in_unless_they_are_the_newest() {
        EmbeddingsLearned a = new EmbeddingsLearned(embeddings("a"));
        EmbeddingsLearned b = new EmbeddingsLearned(embeddings("b"));
        fixture.givenNoPriorActivity().when(new RegisterEmbeddings(a.card())).expectEvents(a);
        setUp();
        fixture.given(b, a)
                .when(new RegisterEmbeddings(a.card()))
                .expectNoEvents()
                .expectResultMessagePayload(false);
        setUp();
        fixture.given(a, b)
                .when(new RegisterEmbeddings(a.card()))
                .expectEvents(a)
                .expectResultMessagePayload(true);
    }

    @Test
    void a_training_is_requested_once() {
        fixture.givenNoPriorActivity()
                .when(new RequestTraining("run-1", REQUEST))
                .expectEvents(new TrainingRequested("run-1", REQUEST))
                .expectResultMessagePayload(true);
        setUp();
        fixture.given(new TrainingRequested("run-1", REQUEST))
                .when(new RequestTraining("run-1", REQUEST))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void a_training_ends_once_and_only_if_it_was_requested() {
        fixture.given(new TrainingRequested("run-1", REQUEST))
                .when(new FinishTraining("run-1", List.of("logistic-a"), List.of()))
                .expectEvents(new TrainingFinished("run-1", List.of("logistic-a"), List.of()));
        setUp();
        fixture.given(
                        new TrainingRequested("run-1", REQUEST),
                        new TrainingFinished("run-1", List.of("logistic-a"), List.of()))
                .when(new FailTraining("run-1", "late"))
                .expectNoEvents();
        setUp();
        fixture.given(new TrainingRequested("run-1", REQUEST))
                .when(new FailTraining("run-1", "nothing to learn from"))
                .expectEvents(new TrainingFailed("run-1", "nothing to learn from"));
        setUp();
        fixture.givenNoPriorActivity()
                .when(new FailTraining("run-9", "unknown"))
                .expectNoEvents();
    }

    @Test
    void a_model_is_registered_once() {
        fixture.given(new ModelRegistered(card("logistic-a")))
                .when(new RegisterModel(card("logistic-a")))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void a_model_that_goes_live_retires_the_one_before() {
        fixture.given(
                        new ModelRegistered(card("logistic-a")),
                        new ModelRegistered(card("logistic-b")),
                        new ModelStaged("logistic-a", ModelStage.LIVE, null))
                .when(new StageModel("logistic-b", ModelStage.LIVE, null))
                .expectEvents(
                        new ModelStaged("logistic-a", ModelStage.RETIRED, null),
                        new ModelStaged("logistic-b", ModelStage.LIVE, null));
    }

    @Test
    void a_model_can_come_back_and_a_canary_may_change_its_share() {
        fixture.given(new ModelRegistered(card("logistic-a")), new ModelStaged("logistic-a", ModelStage.RETIRED, null))
                .when(new StageModel("logistic-a", ModelStage.LIVE, null))
                .expectEvents(new ModelStaged("logistic-a", ModelStage.LIVE, null));
        setUp();
        fixture.given(new ModelRegistered(card("logistic-a")), new ModelStaged("logistic-a", ModelStage.CANARY, 0.05))
                .when(new StageModel("logistic-a", ModelStage.CANARY, 0.1))
                .expectEvents(new ModelStaged("logistic-a", ModelStage.CANARY, 0.1));
        setUp();
        fixture.given(new ModelRegistered(card("logistic-a")), new ModelStaged("logistic-a", ModelStage.LIVE, null))
                .when(new StageModel("logistic-a", ModelStage.LIVE, null))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void a_model_that_nobody_registered_does_not_move() {
        fixture.givenNoPriorActivity()
                .when(new StageModel("logistic-x", ModelStage.LIVE, null))
                .expectNoEvents()
                .expectException(RequestRefusedException.class)
                .expectExceptionMessage("no model logistic-x was ever registered");
    }

    @Test
    void the_registry_knows_what_is_live_and_what_a_training_made() {
        ModelRegistry registry = ModelRegistry.empty()
                .apply(new TrainingRequested("run-1", REQUEST), 0, Instant.EPOCH)
                .apply(new ModelRegistered(card("logistic-a")), 1, Instant.EPOCH)
                .apply(new TrainingFinished("run-1", List.of("logistic-a"), List.of()), 2, Instant.EPOCH)
                .apply(new ModelStaged("logistic-a", ModelStage.LIVE, null), 3, Instant.EPOCH);

        assertThat(registry.live().orElseThrow().card().modelId()).isEqualTo("logistic-a");
        assertThat(registry.training("run-1").orElseThrow().models()).containsExactly("logistic-a");
        assertThat(registry.training("run-1").orElseThrow().state()).isEqualTo(ModelRegistry.TrainingState.FINISHED);
        assertThat(registry.sequence()).isEqualTo(3);
    }
}

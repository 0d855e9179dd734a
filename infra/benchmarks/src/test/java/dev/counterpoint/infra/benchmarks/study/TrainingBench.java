package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.lease.InMemoryLeases;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.InMemoryModelArtifacts;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.ModelEvent;
import dev.counterpoint.domain.model.ModelEvent.EmbeddingsLearned;
import dev.counterpoint.domain.model.ModelEvent.ModelRegistered;
import dev.counterpoint.domain.model.ModelEvent.TrainingFailed;
import dev.counterpoint.domain.model.ModelEvent.TrainingFinished;
import dev.counterpoint.domain.model.ModelEvent.TrainingRequested;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.PolicyValue;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.models.FittedModels;
import dev.counterpoint.training.replay.Replay;
import dev.counterpoint.training.run.InMemoryComparisons;
import dev.counterpoint.training.run.Learning;
import dev.counterpoint.training.run.LearningEmbeddings;
import dev.counterpoint.training.run.RegistryCommands;
import dev.counterpoint.training.run.RowBlocks;
import dev.counterpoint.training.run.TrainingRowFiles;
import dev.counterpoint.training.run.Trainings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What trainings need, in memory: a registry that believes everything, and what trainings keep. */
final class TrainingBench {
    private final MadeUpHistory history;
    private final Instant end;
    private final EpsilonGreedy drawing;
    private final Registry registry = new Registry();
    private final InMemoryModelArtifacts artifacts = new InMemoryModelArtifacts();
    private final InMemoryComparisons comparisons = new InMemoryComparisons();

    /** @param history whose trainings they are */
    TrainingBench(MadeUpHistory history, Instant end, EpsilonGreedy drawing) {
        this.history = history;
        this.end = end;
        this.drawing = drawing;
    }

    /** A registry that believes everything. */
    private final class Registry implements RegistryCommands, EventHistory {
        private final List<RecordedEvent> events = new ArrayList<>();

        void happens(ModelEvent event) {
            events.add(new RecordedEvent(ModelRegistry.STREAM, events.size(), UUID.randomUUID(), end, event, Map.of()));
        }

        @Override
        public void register(ModelCard card) {
            happens(new ModelRegistered(card));
        }

        @Override
        public void register(EmbeddingsCard card) {
            happens(new EmbeddingsLearned(card));
        }

        @Override
        public void finish(String runId, List<String> models, List<PolicyValue> values) {
            happens(new TrainingFinished(runId, models, values));
        }

        @Override
        public void fail(String runId, String detail) {
            happens(new TrainingFailed(runId, detail));
        }

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

    Trainings trainings(Replay replay, RowBlocks blocks) {
        PlatformClock clock = new PlatformClock() {
            @Override
            public Instant now() {
                return end;
            }

            @Override
            public String name() {
                return "simulated";
            }
        };
        Learning learning = new Learning(
                replay,
                blocks,
                comparisons,
                TrainingRowFiles.none(),
                FittedModels.estimators(),
                new FittedModels(List.of(HomeFeatures.newest())),
                artifacts,
                registry,
                HomeFeatures.newest(),
                drawing,
                new Arm.Shares(0, 0),
                "test",
                2);
        LearningEmbeddings embeddings =
                new LearningEmbeddings(history, FittedModels.embeddingEstimator(), artifacts, registry, "test", 2);
        return new Trainings(
                learning, embeddings, new FollowedRegistry(registry), new InMemoryLeases(clock), "process");
    }

    void request(String runId, String... estimators) {
        registry.happens(
                new TrainingRequested(runId, new TrainingRequest(List.of(estimators), Instant.EPOCH, end, "click", 5)));
    }

    ModelRegistry.Training ended(String runId) {
        return new FollowedRegistry(registry).follow().training(runId).orElseThrow();
    }

    InMemoryModelArtifacts artifacts() {
        return artifacts;
    }

    InMemoryComparisons comparisons() {
        return comparisons;
    }

    /** Something that the registry is told from elsewhere. */
    void happens(ModelEvent event) {
        registry.happens(event);
    }

    FollowedRegistry followed() {
        return new FollowedRegistry(registry);
    }

    /** As if nothing had happened before. */
    void forget() {
        registry.events.clear();
    }
}

package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.model.ModelCommand.FailTraining;
import dev.counterpoint.command.model.ModelCommand.FinishTraining;
import dev.counterpoint.command.model.ModelCommand.RegisterEmbeddings;
import dev.counterpoint.command.model.ModelCommand.RegisterModel;
import dev.counterpoint.command.stream.Commands;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.ModelArtifacts;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.PolicyValue;
import dev.counterpoint.domain.model.Scorers;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.infra.archive.TrainingRowFolder;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.models.FittedModels;
import dev.counterpoint.infra.server.data.DataFolder;
import dev.counterpoint.infra.server.data.RowBlockFiles;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.infra.server.wiring.ArchiveWiring.ReplayedStreams;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.embedding.KeptEmbeddings;
import dev.counterpoint.query.statistics.StatisticsVersions;
import dev.counterpoint.training.replay.DecodedListenerStreams;
import dev.counterpoint.training.replay.ListenerStreams;
import dev.counterpoint.training.replay.PastVersions;
import dev.counterpoint.training.replay.Replay;
import dev.counterpoint.training.run.Comparisons;
import dev.counterpoint.training.run.Learning;
import dev.counterpoint.training.run.LearningEmbeddings;
import dev.counterpoint.training.run.RegistryCommands;
import dev.counterpoint.training.run.TrainingRowFiles;
import dev.counterpoint.training.run.Trainings;
import dev.counterpoint.training.web.EmbeddingsController;
import dev.counterpoint.training.web.ModelsController;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The training side over the stores: what works on trainings, and what answers for them. */
@Configuration(proxyBeanMethods = false)
@Import({ModelsController.class, EmbeddingsController.class})
class TrainingWiring {
    private static final Duration LOOK_FOR_WORK = Duration.ofMillis(500);
    private static final Duration PROLONG = Duration.ofSeconds(10);

    /** A training takes minutes, so it has a thread of its own. */
    @Bean
    ThreadPoolTaskScheduler trainingWork() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(1);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("training-");
        return scheduler;
    }

    @Bean
    PastVersions pastVersions(CatalogVersions catalogs, StatisticsVersions statistics, KeptEmbeddings embeddings) {
        return new PastVersions() {
            @Override
            public Catalog catalog(long number) {
                return catalogs.at(number);
            }

            @Override
            public Statistics statistics(long version) {
                return statistics.at(version);
            }

            @Override
            public Embeddings embeddings(String version) {
                return embeddings.at(version);
            }
        };
    }

    @Bean
    ListenerStreams listenerStreams(ReplayedStreams replayed, EventContents contents) {
        return new DecodedListenerStreams(replayed.streams(), contents);
    }

    @Bean
    Replay replay(
            CassandraStores stores,
            ListenerStreams streams,
            DecisionContents decisions,
            PastVersions versions,
            CounterpointSettings settings) {
        return new Replay(
                streams, stores.servedDecisions(decisions, settings.decisions().retention()), versions);
    }

    @Bean
    Comparisons comparisons(CassandraStores stores) {
        return stores.comparisons();
    }

    @Bean(destroyMethod = "stop")
    Trainings trainings(
            Replay replay,
            ListenerStreams streams,
            Scorers scorers,
            ModelArtifacts artifacts,
            Comparisons comparisons,
            CommandSide commands,
            FollowedRegistry registry,
            Leases leases,
            ProcessName process,
            DataFolder data,
            CounterpointSettings settings,
            ObjectProvider<BuildProperties> build,
            TaskScheduler backgroundWork,
            TaskScheduler trainingWork) {
        String code =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("not built by Maven");
        int threads = Runtime.getRuntime().availableProcessors();
        RegistryCommands told = new CommandsOfTrainings(commands.commands());
        LearningEmbeddings embeddings =
                new LearningEmbeddings(streams, FittedModels.embeddingEstimator(), artifacts, told, code, threads);
        Learning learning = new Learning(
                replay,
                new RowBlockFiles(data.path().resolve("training")),
                comparisons,
                settings.archive().rows()
                        ? new TrainingRowFolder(
                                settings.archive().folder(data.path()).resolve("training-rows"))
                        : TrainingRowFiles.none(),
                FittedModels.estimators(),
                scorers,
                artifacts,
                told,
                HomeFeatures.newest(),
                settings.home().drawing(),
                settings.home().arms(),
                code,
                threads);
        Trainings trainings = new Trainings(learning, embeddings, registry, leases, process.value());
        trainingWork.scheduleWithFixedDelay(trainings::work, LOOK_FOR_WORK);
        backgroundWork.scheduleWithFixedDelay(trainings::prolong, PROLONG);
        return trainings;
    }

    /** What a training tells the registry, as commands. */
    private record CommandsOfTrainings(Commands commands) implements RegistryCommands {
        private static final String CORRELATION = "training";

        @Override
        public void register(ModelCard card) {
            commands.<Boolean>send(new RegisterModel(card), CORRELATION);
        }

        @Override
        public void register(EmbeddingsCard card) {
            commands.<Boolean>send(new RegisterEmbeddings(card), CORRELATION);
        }

        @Override
        public void finish(String runId, List<String> models, List<PolicyValue> values) {
            commands.<Boolean>send(new FinishTraining(runId, models, values), CORRELATION);
        }

        @Override
        public void fail(String runId, String detail) {
            commands.<Boolean>send(new FailTraining(runId, detail), CORRELATION);
        }
    }
}

package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.bulk.Lanes;
import dev.counterpoint.command.catalog.CardImport;
import dev.counterpoint.command.catalog.KnownCards;
import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.catalog.web.CardImportController;
import dev.counterpoint.command.catalog.web.CardsController;
import dev.counterpoint.command.catalog.web.RulesController;
import dev.counterpoint.command.catalog.web.ShelvesController;
import dev.counterpoint.command.erasure.web.ErasuresController;
import dev.counterpoint.command.listener.InteractionImport;
import dev.counterpoint.command.listener.ServedPages;
import dev.counterpoint.command.listener.web.InteractionImportController;
import dev.counterpoint.command.listener.web.ListenersController;
import dev.counterpoint.command.model.Registry;
import dev.counterpoint.command.model.web.EmbeddingRunsController;
import dev.counterpoint.command.model.web.ModelStageController;
import dev.counterpoint.command.model.web.TrainingRunsController;
import dev.counterpoint.command.model.web.TrainingWords;
import dev.counterpoint.command.web.JsonBodies;
import dev.counterpoint.command.web.NdjsonImport;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.infra.models.FittedModels;
import dev.counterpoint.training.fit.Estimator;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.Reward;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a process in the role {@code command} answers. */
@Configuration(proxyBeanMethods = false)
@Import({
    CardsController.class,
    CardImportController.class,
    ShelvesController.class,
    RulesController.class,
    ListenersController.class,
    InteractionImportController.class,
    ErasuresController.class,
    TrainingRunsController.class,
    EmbeddingRunsController.class,
    ModelStageController.class
})
class CommandEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(CommandEndpoints.class);
    /** An import waits for the store most of the time, so there are more than cores. */
    private static final int IMPORT_THREADS = 16;

    @Bean
    Lanes lanes() {
        return new Lanes(IMPORT_THREADS);
    }

    @Bean
    NdjsonImport ndjsonImport(JsonBodies bodies) {
        return new NdjsonImport(bodies);
    }

    @Bean
    CardImport cardImport(CommandSide commands, Lanes lanes) {
        return new CardImport(commands.commands(), lanes);
    }

    @Bean
    InteractionImport interactionImport(
            CommandSide commands, Lanes lanes, Pseudonyms pseudonyms, KnownCards cards, ServedPages pages) {
        return new InteractionImport(commands.commands(), lanes, pseudonyms, cards, pages);
    }

    @Bean
    Registry registry(CommandSide commands) {
        return new Registry(commands.commands());
    }

    @Bean
    TrainingWords trainingWords() {
        return new TrainingWords(
                FittedModels.estimators().stream().map(Estimator::name).toList(),
                Reward.allWritten(),
                FittedModels.embeddingEstimator().name());
    }

    @Bean
    Duration settles() {
        return Window.CREDIT;
    }

    /** A platform shows pages from its first start on. */
    @Bean
    ApplicationRunner defaultShelves(Publishing publishing) {
        return arguments -> {
            int published = publishing.publishDefaultShelves();
            if (published > 0) {
                LOG.info("default shelves published count={}", published);
            }
        };
    }
}

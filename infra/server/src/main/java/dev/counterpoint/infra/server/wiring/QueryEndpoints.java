package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.query.archive.web.ArchivesController;
import dev.counterpoint.query.catalog.web.CatalogController;
import dev.counterpoint.query.decision.web.DecisionsController;
import dev.counterpoint.query.export.web.ExportController;
import dev.counterpoint.query.history.ListenerHistory;
import dev.counterpoint.query.history.web.EventsController;
import dev.counterpoint.query.home.web.HomeController;
import dev.counterpoint.query.home.web.RankingController;
import dev.counterpoint.query.profile.web.ParkedController;
import dev.counterpoint.query.profile.web.ProfileController;
import dev.counterpoint.query.profile.web.ReconciliationsController;
import dev.counterpoint.query.proof.web.ProofsController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a process in the role {@code query} answers. */
@Configuration(proxyBeanMethods = false)
@Import({
    ArchivesController.class,
    CatalogController.class,
    HomeController.class,
    DecisionsController.class,
    EventsController.class,
    ExportController.class,
    ParkedController.class,
    ProfileController.class,
    ProofsController.class,
    RankingController.class,
    ReconciliationsController.class
})
class QueryEndpoints {

    @Bean
    ListenerHistory listenerHistory(EventHistory history) {
        return new ListenerHistory(history);
    }
}

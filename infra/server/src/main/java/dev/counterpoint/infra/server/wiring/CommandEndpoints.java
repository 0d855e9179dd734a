package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.command.catalog.DefaultShelves;
import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.catalog.web.CardsController;
import dev.counterpoint.command.catalog.web.ShelvesController;
import dev.counterpoint.command.listener.web.ListenersController;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a process in the role {@code command} answers. */
@Configuration(proxyBeanMethods = false)
@Import({CardsController.class, ShelvesController.class, ListenersController.class})
class CommandEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(CommandEndpoints.class);

    /** A platform shows pages from its first start on. */
    @Bean
    ApplicationRunner defaultShelves(Publishing publishing) {
        return arguments -> {
            int published = DefaultShelves.publishWhereAbsent(publishing);
            if (published > 0) {
                LOG.info("default shelves published count={}", published);
            }
        };
    }
}

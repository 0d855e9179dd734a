package dev.counterpoint.infra.server.edge;

import dev.counterpoint.infra.server.problem.ErrorPage;
import dev.counterpoint.infra.server.problem.Problems;
import dev.counterpoint.infra.server.security.ApiKeys;
import dev.counterpoint.infra.server.security.SecurityConfiguration;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** All that stands between the network and the controllers. */
@Configuration(proxyBeanMethods = false)
@Import({WebEdge.class, WholeNumbers.class, SecurityConfiguration.class, Problems.class, ErrorPage.class})
public class EdgeConfiguration {

    @Bean
    CounterpointSettings settings(Environment environment) {
        return CounterpointSettings.of(environment);
    }

    @Bean
    ApiKeys apiKeys(CounterpointSettings settings) {
        return new ApiKeys(settings.keys());
    }
}

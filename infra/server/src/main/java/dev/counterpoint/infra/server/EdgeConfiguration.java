package dev.counterpoint.infra.server;

import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.server.problem.ErrorPage;
import dev.counterpoint.infra.server.problem.Problems;
import dev.counterpoint.infra.server.security.ApiKeys;
import dev.counterpoint.infra.server.security.SecurityConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that stands between the network and the controllers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CounterpointSettings.class)
@Import({WebEdge.class, SecurityConfiguration.class, Problems.class, ErrorPage.class})
public class EdgeConfiguration {

    @Bean
    ApiKeys apiKeys(CounterpointSettings settings, ServerProperties server) {
        ApiKeys keys = new ApiKeys(settings.keys());
        OpenToThisMachineOnly.check(server, keys);
        return keys;
    }

    @Bean
    PlatformClock platformClock() {
        return new SystemClock();
    }
}

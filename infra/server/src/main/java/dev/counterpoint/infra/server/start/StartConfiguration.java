package dev.counterpoint.infra.server.start;

import dev.counterpoint.infra.server.data.DataFolder;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What tells others that the server is ready. */
@Configuration(proxyBeanMethods = false)
public class StartConfiguration {

    @Bean
    ReadyAnnouncement readyAnnouncement(
            CounterpointSettings settings,
            Environment environment,
            DataFolder data,
            ObjectProvider<BuildProperties> build) {
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("not built by Maven");
        return new ReadyAnnouncement(settings, environment, data, version);
    }

    @Bean
    Draining draining(ApplicationContext context, CounterpointSettings settings) {
        return new Draining(context, settings.drain());
    }
}

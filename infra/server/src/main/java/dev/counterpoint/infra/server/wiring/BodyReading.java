package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.command.web.JsonBodies;
import dev.counterpoint.command.web.JsonBodyConverter;
import dev.counterpoint.domain.time.PlatformClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bodies are read by the platform's own reader, which names all faults at once; only answers are written by Spring's. */
@Configuration(proxyBeanMethods = false)
public class BodyReading {

    @Bean
    JsonBodies jsonBodies(PlatformClock clock) {
        return new JsonBodies(clock);
    }

    @Bean
    WebMvcConfigurer bodyReader(JsonBodies bodies) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(ServerBuilder converters) {
                converters.addCustomConverter(new JsonBodyConverter(bodies));
            }
        };
    }
}

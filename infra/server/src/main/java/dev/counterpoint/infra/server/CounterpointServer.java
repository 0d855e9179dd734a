package dev.counterpoint.infra.server;

import dev.counterpoint.infra.server.contract.PublishedContract;
import dev.counterpoint.infra.server.edge.EdgeConfiguration;
import dev.counterpoint.infra.server.start.EarlyStart;
import dev.counterpoint.infra.server.start.StartConfiguration;
import dev.counterpoint.infra.server.time.TimeConfiguration;
import dev.counterpoint.infra.server.wiring.BodyReading;
import dev.counterpoint.infra.server.wiring.PlatformParts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The server, of the parts that are named here and no others: nothing is found by scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
    StartConfiguration.class,
    TimeConfiguration.class,
    EdgeConfiguration.class,
    PublishedContract.class,
    BodyReading.class,
    PlatformParts.class
})
public class CounterpointServer {

    /** Starts and returns; the process ends on a signal, or with status 1 if the start fails. */
    public static void main(String[] arguments) {
        EarlyStart early = new EarlyStart();
        SpringApplication application = new SpringApplication(CounterpointServer.class);
        application.addInitializers(early);
        try {
            application.run(arguments);
        } catch (RuntimeException reported) {
            early.close();
            System.exit(1);
        }
    }
}

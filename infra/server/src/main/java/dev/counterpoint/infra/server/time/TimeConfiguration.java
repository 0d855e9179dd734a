package dev.counterpoint.infra.server.time;

import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.server.data.DataFolder;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.infra.server.settings.CounterpointSettings.ClockKind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the process, and the way to move it where it is simulated. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    @Bean
    PlatformClock platformClock(CounterpointSettings settings, DataFolder data) {
        SystemClock system = new SystemClock();
        return settings.clock() == ClockKind.SYSTEM ? system : SimulatedClock.of(data.path(), system.now());
    }

    @Bean
    @ConditionalOnProperty(name = "counterpoint.clock", havingValue = "simulated")
    MovingTheClock movingTheClock(PlatformClock clock) {
        return new MovingTheClock((SimulatedClock) clock);
    }
}

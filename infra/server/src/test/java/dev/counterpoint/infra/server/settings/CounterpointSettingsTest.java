package dev.counterpoint.infra.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.server.settings.CounterpointSettings.ClockKind;
import dev.counterpoint.infra.server.settings.CounterpointSettings.ProcessRole;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class CounterpointSettingsTest {

    @Test
    void defaults_areThoseOfTheFile() {
        CounterpointSettings settings = settings(Map.of());

        assertThat(settings.data()).isEqualTo(Path.of(".counterpoint"));
        assertThat(settings.roles())
                .containsExactlyInAnyOrder(ProcessRole.COMMAND, ProcessRole.QUERY, ProcessRole.TRAINING);
        assertThat(settings.clock()).isEqualTo(ClockKind.SYSTEM);
        assertThat(settings.endWithParent()).isFalse();
        assertThat(settings.keys()).isEmpty();
        assertThat(settings.home().pagePatience()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.cassandra().isEmbedded()).isTrue();
        assertThat(settings.cassandra().requestTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.kafka().isEmbedded()).isTrue();
        assertThat(settings.kafka().retention()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void environmentVariables_reachKeysAndLists() {
        CounterpointSettings settings = ofEnvironmentVariables(Map.of(
                "COUNTERPOINT_KEYS_0_NAME", "app",
                "COUNTERPOINT_KEYS_0_KEY", "Mixed_CASE-and.signs~1",
                "COUNTERPOINT_KEYS_0_ROLES", "client, analyst",
                "COUNTERPOINT_CASSANDRA_CONTACTPOINTS", "a:9042, [::1]:9043",
                "COUNTERPOINT_KAFKA_BOOTSTRAPSERVERS", "b:9092",
                "COUNTERPOINT_ENDWITHPARENT", "true",
                "COUNTERPOINT_ROLES", "query"));

        assertThat(settings.keys())
                .containsExactly(new KeySettings("app", "Mixed_CASE-and.signs~1", Set.of("client", "analyst")));
        assertThat(settings.cassandra().addresses())
                .containsExactly(new InetSocketAddress("a", 9042), new InetSocketAddress("::1", 9043));
        assertThat(settings.kafka().isEmbedded()).isFalse();
        assertThat(settings.endWithParent()).isTrue();
        assertThat(settings.roles()).containsExactly(ProcessRole.QUERY);
    }

    @Test
    void pagesInProgress_followTheProcessors_unlessTheirNumberIsGiven() {
        assertThat(settings(Map.of()).home().concurrentPagesOn(1)).isEqualTo(16);
        assertThat(settings(Map.of()).home().concurrentPagesOn(32)).isEqualTo(256);
        assertThat(ofEnvironmentVariables(Map.of("COUNTERPOINT_HOME_CONCURRENTPAGES", "3"))
                        .home()
                        .concurrentPagesOn(32))
                .isEqualTo(3);
    }

    @Test
    void secrets_areNotShown() {
        assertThat(new KeySettings("app", "a-very-secret-key", Set.of("client")))
                .asString()
                .contains("app")
                .doesNotContain("secret");
    }

    @Test
    void whatDoesNotFit_isRefused() {
        for (Map<String, Object> wrong : java.util.List.<Map<String, Object>>of(
                Map.of("counterpoint.clock", "sundial"),
                Map.of("counterpoint.roles", ""),
                Map.of("counterpoint.drain", "9s"),
                Map.of("counterpoint.drain", "-1s"),
                Map.of("counterpoint.reconciliation.interval", "0s"),
                Map.of("counterpoint.cassandra.keyspace", ""),
                Map.of("counterpoint.cassandra.contact-points", "nowhere"),
                Map.of("counterpoint.cassandra.contact-points", "a:70000"),
                Map.of("counterpoint.kafka.partitions", "0"),
                Map.of("counterpoint.kafka.retention", "-1s"),
                Map.of("counterpoint.cassandra.keyspce", "typo"))) {
            assertThatThrownBy(() -> settings(wrong)).as(wrong.toString()).isInstanceOf(RuntimeException.class);
        }
    }

    private static CounterpointSettings settings(Map<String, Object> given) {
        StandardEnvironment environment = withFile();
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        ConfigurationPropertySources.attach(environment);
        return CounterpointSettings.of(environment);
    }

    private static CounterpointSettings ofEnvironmentVariables(Map<String, Object> variables) {
        StandardEnvironment environment = withFile();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        return CounterpointSettings.of(environment);
    }

    private static StandardEnvironment withFile() {
        try {
            StandardEnvironment environment = new StandardEnvironment();
            environment
                    .getPropertySources()
                    .forEach(source -> environment.getPropertySources().remove(source.getName()));
            new YamlPropertySourceLoader()
                    .load("file", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
            return environment;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}

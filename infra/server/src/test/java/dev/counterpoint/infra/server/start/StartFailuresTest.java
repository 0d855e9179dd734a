package dev.counterpoint.infra.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.embedded.EmbeddedServerException;
import dev.counterpoint.infra.server.StartRefusedException;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.env.MockEnvironment;

class StartFailuresTest {

    @Test
    void refusals_areSaidAsTheyAre_howeverDeepTheyLie() {
        assertThat(said(new IllegalStateException("bean", new StartRefusedException("No."))))
                .isEqualTo("No.");
        assertThat(said(new IllegalStateException("bean", new EmbeddedServerException("Kafka ended."))))
                .isEqualTo("Kafka ended.");
    }

    @Test
    void causesOutsideOfUs_haveASentence() {
        assertThat(said(new PortInUseException(8080))).startsWith("The port 8080 is in use");
        assertThat(said(new UncheckedIOException(new IOException("/data/x: No space left on device"))))
                .startsWith("There is no space left on the disk")
                .contains("/data/x");
        assertThat(said(new UncheckedIOException(new AccessDeniedException("/data/keys"))))
                .contains("/data/keys")
                .contains("permission denied");
    }

    @Test
    void configurationThatDoesNotFit_isNamedWithItsValue() {
        assertThat(saidOf("counterpoint.clock", "sundial"))
                .contains("counterpoint.clock")
                .contains("sundial");
        assertThat(saidOf("counterpoint.kafka.partitions", "0"))
                .isEqualTo("The configuration does not fit: counterpoint.kafka.partitions is at least 1, not 0.");
        assertThat(saidOf("counterpoint.home.epsilon", "2"))
                .isEqualTo("The configuration does not fit: counterpoint.home.epsilon is 0 to 1, not 2.0.");
        assertThat(saidOf("counterpoint.home.policy", "greed"))
                .isEqualTo("The configuration does not fit: counterpoint.home.policy is one of"
                        + " [epsilon-greedy, plackett-luce], not greed.");
        assertThat(saidOf("counterpoint.home.exploration.premium", "0"))
                .isEqualTo("The configuration does not fit: counterpoint.home.exploration.premium is greater than 0,"
                        + " not 0.0.");
        assertThat(saidOf("counterpoint.home.exploration.gold", "1"))
                .isEqualTo("There is no such configuration key: counterpoint.home.exploration.gold.");
        assertThat(saidOf("counterpoint.home.log-patience", "0s"))
                .isEqualTo("The configuration does not fit: counterpoint.home.log-patience is positive, not PT0S.");
        assertThat(saidOf("counterpoint.home.concurrent-pages", "-1"))
                .isEqualTo("The configuration does not fit: counterpoint.home.concurrent-pages is at least 1, or 0 for"
                        + " the default, not -1.");
        assertThat(saidOf("counterpoint.home.page-patience", "1m"))
                .isEqualTo("The configuration does not fit: counterpoint.home.page-patience is from 0 to PT10S,"
                        + " not PT1M.");
        assertThat(saidOf("counterpoint.decisions.retention", "1h"))
                .isEqualTo(
                        "The configuration does not fit: counterpoint.decisions.retention is 1d to 7000d, not PT1H.");
        assertThat(saidOf("counterpoint.encryption.keystore", "keys.p12"))
                .isEqualTo("The configuration does not fit: counterpoint.encryption.keystore needs"
                        + " counterpoint.encryption.password.");
        assertThat(saidOf("counterpoint.cassandra.keyspce", "a"))
                .isEqualTo("There is no such configuration key: counterpoint.cassandra.keyspce.");
    }

    @Test
    void ourOwnFaults_areLeftToTheLog() {
        ByteArrayOutputStream words = new ByteArrayOutputStream();

        assertThat(new StartFailures(new PrintStream(words, true, StandardCharsets.UTF_8))
                        .reportException(new IllegalStateException("a bug")))
                .isFalse();
        assertThat(words.size()).isZero();
    }

    private static String saidOf(String key, String value) {
        MockEnvironment environment = new MockEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "defaults",
                        Map.ofEntries(
                                Map.entry("counterpoint.data", "d"),
                                Map.entry("counterpoint.root", "."),
                                Map.entry("counterpoint.roles", "query"),
                                Map.entry("counterpoint.clock", "system"),
                                Map.entry("counterpoint.end-with-parent", "false"),
                                Map.entry("counterpoint.drain", "0s"),
                                Map.entry("counterpoint.keys", ""),
                                Map.entry("counterpoint.home.policy", "epsilon-greedy"),
                                Map.entry("counterpoint.home.epsilon", "0.05"),
                                Map.entry("counterpoint.home.temperature", "0.1"),
                                Map.entry("counterpoint.home.exploration.free", "1"),
                                Map.entry("counterpoint.home.exploration.free-shuffle", "1"),
                                Map.entry("counterpoint.home.exploration.premium", "1"),
                                Map.entry("counterpoint.home.calibration", "true"),
                                Map.entry("counterpoint.home.rest-after", "0"),
                                Map.entry("counterpoint.home.rest-for", "1d"),
                                Map.entry("counterpoint.home.eta", "0.02"),
                                Map.entry("counterpoint.home.profile-patience", "1s"),
                                Map.entry("counterpoint.home.source-patience", "100ms"),
                                Map.entry("counterpoint.home.log-patience", "1s"),
                                Map.entry("counterpoint.home.concurrent-pages", "0"),
                                Map.entry("counterpoint.home.page-patience", "50ms"),
                                Map.entry("counterpoint.decisions.retention", "1d"),
                                Map.entry("counterpoint.encryption.keystore", ""),
                                Map.entry("counterpoint.encryption.password", ""),
                                Map.entry("counterpoint.encryption.master-key", "m"),
                                Map.entry("counterpoint.proof.signing-key", ""),
                                Map.entry("counterpoint.proof.anchors", ""),
                                Map.entry("counterpoint.proof.interval", "10s"),
                                Map.entry("counterpoint.archive.folder", ""),
                                Map.entry("counterpoint.archive.replay", "true"),
                                Map.entry("counterpoint.archive.rows", "false"),
                                Map.entry("counterpoint.reconciliation.interval", "24h"),
                                Map.entry("counterpoint.statistics.interval", "1s"),
                                Map.entry("counterpoint.cassandra.contact-points", ""),
                                Map.entry("counterpoint.cassandra.datacenter", "d"),
                                Map.entry("counterpoint.cassandra.keyspace", "k"),
                                Map.entry("counterpoint.cassandra.replication", "r"),
                                Map.entry("counterpoint.cassandra.serial-consistency", "SERIAL"),
                                Map.entry("counterpoint.cassandra.request-timeout", "5s"),
                                Map.entry("counterpoint.kafka.bootstrap-servers", ""),
                                Map.entry("counterpoint.kafka.partitions", "1"),
                                Map.entry("counterpoint.kafka.replication", "1"),
                                Map.entry("counterpoint.kafka.retention", "7d"))));
        environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of(key, value)));
        ConfigurationPropertySources.attach(environment);
        return said(org.assertj.core.api.Assertions.catchThrowable(() -> CounterpointSettings.of(environment)));
    }

    private static String said(Throwable failure) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        assertThat(new StartFailures(new PrintStream(words, true, StandardCharsets.UTF_8)).reportException(failure))
                .isTrue();
        String said = words.toString(StandardCharsets.UTF_8);
        assertThat(said.lines()).hasSize(1);
        return said.strip();
    }
}

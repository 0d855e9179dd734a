package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One Cassandra and one Kafka for all tests of a module, each started at its first use in a fresh folder under {@code target}, ended with
 * the virtual machine.
 */
public final class SharedServers {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static @Nullable EmbeddedServer cassandra;
    private static @Nullable EmbeddedServer kafka;
    private static @Nullable Path folder;

    private SharedServers() {}

    /** Cassandra, ready. */
    public static EmbeddedServer cassandra() {
        return launchCassandra().awaitReady(PATIENCE);
    }

    /** Kafka, ready. */
    public static EmbeddedServer kafka() {
        return launchKafka().awaitReady(PATIENCE);
    }

    /** Starts both side by side without waiting for them: for tests that need both. */
    public static void startBoth() {
        launchCassandra();
        launchKafka();
    }

    private static synchronized EmbeddedServer launchCassandra() {
        EmbeddedServer server = cassandra;
        if (server == null) {
            Path base = folder();
            server = EmbeddedCassandra.start(
                    ServerHome.ofSystemProperty(), base.resolve("cassandra"), base.resolve("cassandra.log"));
            cassandra = endingWithThisProcess(server);
        }
        return server;
    }

    private static synchronized EmbeddedServer launchKafka() {
        EmbeddedServer server = kafka;
        if (server == null) {
            Path base = folder();
            server = EmbeddedKafka.start(
                    ServerHome.ofSystemProperty(), base.resolve("kafka"), base.resolve("kafka.log"));
            kafka = endingWithThisProcess(server);
        }
        return server;
    }

    private static EmbeddedServer endingWithThisProcess(EmbeddedServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    private static synchronized Path folder() {
        Path base = folder;
        if (base == null) {
            try {
                Path target = Files.createDirectories(Path.of("target"));
                base = Files.createTempDirectory(target, "servers").toAbsolutePath();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            folder = base;
        }
        return base;
    }
}

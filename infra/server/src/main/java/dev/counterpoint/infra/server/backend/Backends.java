package dev.counterpoint.infra.server.backend;

import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.embedded.EmbeddedKafka;
import dev.counterpoint.infra.embedded.EmbeddedServer;
import dev.counterpoint.infra.embedded.ServerHome;
import dev.counterpoint.infra.server.StartRefusedException;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Cassandra and Kafka, embedded or elsewhere. Both come up side by side, and beside whatever else starts; who needs one waits for it. If
 * one cannot be had, nobody waits for the other either. Thread-safe.
 */
public final class Backends implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final List<EmbeddedServer> children = new ArrayList<>();
    private final CompletableFuture<List<InetSocketAddress>> cassandra;
    private final CompletableFuture<String> kafka;
    private boolean closed;

    private Backends(CounterpointSettings settings, Path data) {
        cassandra = begin("start-cassandra", () -> cassandraOf(settings, data));
        kafka = begin("start-kafka", () -> kafkaOf(settings, data));
        failTogether(cassandra, kafka);
        failTogether(kafka, cassandra);
    }

    /**
     * Begins; returns at once.
     *
     * @param data the data folder, absolute
     */
    public static Backends launch(CounterpointSettings settings, Path data) {
        return new Backends(settings, data);
    }

    /** Waits until Cassandra answers. */
    public List<InetSocketAddress> cassandra() {
        return await(cassandra);
    }

    /** Waits until Kafka answers: its bootstrap servers. */
    public String kafka() {
        return await(kafka);
    }

    /** Ends what is embedded, side by side, in an orderly way. */
    @Override
    public void close() {
        List<EmbeddedServer> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(children);
            children.clear();
        }
        CompletableFuture.allOf(ending.stream()
                        .map(child -> begin("end-" + child.port(), () -> {
                            child.close();
                            return child;
                        }))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private List<InetSocketAddress> cassandraOf(CounterpointSettings settings, Path data) {
        if (!settings.cassandra().isEmbedded()) {
            return settings.cassandra().addresses();
        }
        EmbeddedServer server = adopt(() -> EmbeddedCassandra.start(
                ServerHome.of(settings.root()), data.resolve("cassandra"), logOf(data, "cassandra")));
        server.awaitReady(PATIENCE);
        return List.of(new InetSocketAddress("127.0.0.1", server.port()));
    }

    private String kafkaOf(CounterpointSettings settings, Path data) {
        if (!settings.kafka().isEmbedded()) {
            return settings.kafka().bootstrapServers();
        }
        EmbeddedServer server = adopt(
                () -> EmbeddedKafka.start(ServerHome.of(settings.root()), data.resolve("kafka"), logOf(data, "kafka")));
        return server.awaitReady(PATIENCE).address();
    }

    private EmbeddedServer adopt(Supplier<EmbeddedServer> start) {
        EmbeddedServer child = start.get();
        synchronized (this) {
            if (!closed) {
                children.add(child);
                return child;
            }
        }
        child.close();
        throw new StartRefusedException("The start was interrupted.");
    }

    private static Path logOf(Path data, String name) {
        try {
            return Files.createDirectories(data.resolve("logs")).resolve(name + ".log");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static <T> CompletableFuture<T> begin(String name, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (RuntimeException | Error failed) {
                        result.completeExceptionally(failed);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static void failTogether(CompletableFuture<?> one, CompletableFuture<?> other) {
        one.whenComplete((value, failed) -> {
            if (failed != null) {
                other.completeExceptionally(failed);
            }
        });
    }

    private static <T> T await(CompletableFuture<T> coming) {
        try {
            return coming.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}

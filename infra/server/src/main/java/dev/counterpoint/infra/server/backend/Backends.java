package dev.counterpoint.infra.server.backend;

import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.embedded.EmbeddedKafka;
import dev.counterpoint.infra.embedded.EmbeddedServer;
import dev.counterpoint.infra.embedded.ServerHome;
import dev.counterpoint.infra.kafka.publication.Topics;
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

    private final CounterpointSettings settings;
    private final Path data;
    private final List<EmbeddedServer> children = new ArrayList<>();
    private final CompletableFuture<CassandraStores> stores;
    private final CompletableFuture<String> kafka;
    private boolean closed;

    /**
     * Begins; returns at once.
     *
     * @param data the data folder, absolute
     */
    public Backends(CounterpointSettings settings, Path data) {
        this.settings = settings;
        this.data = data;
        this.stores = begin("start-cassandra", this::openStores);
        this.kafka = begin("start-kafka", this::openKafka);
        failTogether(stores, kafka);
        failTogether(kafka, stores);
    }

    /** Waits until Cassandra answers and has our tables. */
    public CassandraStores stores() {
        return await(stores);
    }

    /** Waits until Kafka answers and has our topics: its bootstrap servers. */
    public String kafka() {
        return await(kafka);
    }

    /** Ends the connections, then what is embedded, side by side and in an orderly way. */
    @Override
    public void close() {
        List<EmbeddedServer> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(children);
            children.clear();
        }
        if (stores.isDone() && !stores.isCompletedExceptionally()) {
            stores.join().close();
        }
        CompletableFuture.allOf(ending.stream()
                        .map(child -> begin("end-" + child.port(), () -> {
                            child.close();
                            return child;
                        }))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private CassandraStores openStores() {
        if (!settings.cassandra().isEmbedded()) {
            List<InetSocketAddress> addresses = settings.cassandra().addresses();
            return new Persistence("Cassandra at " + settings.cassandra().contactPoints(), PATIENCE)
                    .until(() -> CassandraStores.open(settings.cassandra().at(addresses)));
        }
        ServerHome home = ServerHome.of(settings.root());
        EmbeddedServer server =
                adopt(() -> EmbeddedCassandra.start(home, data.resolve("cassandra"), logOf("cassandra")));
        InetSocketAddress address =
                new InetSocketAddress("127.0.0.1", server.awaitReady(PATIENCE).port());
        return CassandraStores.open(settings.cassandra().at(List.of(address)));
    }

    private String openKafka() {
        if (!settings.kafka().isEmbedded()) {
            String servers = settings.kafka().bootstrapServers();
            return new Persistence("Kafka at " + servers, PATIENCE).until(() -> withTopics(servers));
        }
        ServerHome home = ServerHome.of(settings.root());
        EmbeddedServer server = adopt(() -> EmbeddedKafka.start(home, data.resolve("kafka"), logOf("kafka")));
        return withTopics(server.awaitReady(PATIENCE).address());
    }

    private String withTopics(String bootstrapServers) {
        Topics.make(
                bootstrapServers,
                Topics.EVENTS,
                settings.kafka().partitions(),
                settings.kafka().replication(),
                settings.kafka().retention().toMillis());
        Topics.makeLedger(bootstrapServers, Topics.ERASURES, settings.kafka().replication());
        return bootstrapServers;
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

    private Path logOf(String name) {
        try {
            return Files.createDirectories(data.resolve("logs")).resolve(name + ".log");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static <T> CompletableFuture<T> begin(String name, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, work), name);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | Error failed) {
            result.completeExceptionally(failed);
        }
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

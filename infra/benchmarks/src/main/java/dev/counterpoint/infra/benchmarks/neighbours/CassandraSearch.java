package dev.counterpoint.infra.benchmarks.neighbours;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.data.CqlVector;
import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.Neighbours;
import dev.counterpoint.domain.embedding.Neighbours.Neighbour;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.neighbours.NeighbourSearch.Asking;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.embedded.EmbeddedServer;
import dev.counterpoint.infra.embedded.ServerHome;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Neighbours by the vector index of Cassandra 5: one node, its own process, asked over the driver. */
final class CassandraSearch {
    private static final Duration START = Duration.ofMinutes(4);
    private static final int IN_FLIGHT = 32;

    private final BenchmarkOptions options;
    private final ResultFile results;
    private final Asking asking;

    CassandraSearch(BenchmarkOptions options, ResultFile results, Asking asking) {
        this.options = options;
        this.results = results;
        this.asking = asking;
    }

    void measure(ClusteredVectors made) {
        options.inFreshFolder(folder -> {
            try (EmbeddedServer cassandra = EmbeddedCassandra.start(
                    ServerHome.of(options.project()), folder.resolve("cassandra"), folder.resolve("log"))) {
                cassandra.awaitReady(START);
                try (CqlSession session = session(cassandra.port())) {
                    fill(session, made);
                    ask(session);
                }
            }
        });
    }

    private static CqlSession session(int port) {
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress("127.0.0.1", port))
                .withLocalDatacenter(EmbeddedCassandra.DATACENTER)
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(30))
                        .build())
                .build();
    }

    private void fill(CqlSession session, ClusteredVectors made) {
        session.execute(
                "CREATE KEYSPACE neighbours WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        session.execute("CREATE TABLE neighbours.cards (card int PRIMARY KEY, vector vector<float, 64>)");
        session.execute("CREATE CUSTOM INDEX cards_near ON neighbours.cards (vector) USING 'StorageAttachedIndex'"
                + " WITH OPTIONS = {'similarity_function': 'dot_product'}");
        PreparedStatement insert = session.prepare("INSERT INTO neighbours.cards (card, vector) VALUES (?, ?)");
        Semaphore room = new Semaphore(IN_FLIGHT);
        long began = System.nanoTime();
        int cards = made.values().length / CardVectors.DIMENSIONS;
        List<CompletableFuture<?>> last = new ArrayList<>();
        for (int card = 0; card < cards; card++) {
            room.acquireUninterruptibly();
            CompletableFuture<?> written = session.executeAsync(insert.bind(card, vectorOf(made.values(), card)))
                    .toCompletableFuture()
                    .whenComplete((any, failed) -> room.release());
            if (card >= cards - IN_FLIGHT) {
                last.add(written);
            } else if (card % 20_000 == 0) {
                written.join();
            }
        }
        last.forEach(CompletableFuture::join);
        results.line("Cassandra: %d cards written in %.0f s", cards, (System.nanoTime() - began) / 1e9);
    }

    private static CqlVector<Float> vectorOf(float[] values, int card) {
        List<Float> vector = new ArrayList<>(CardVectors.DIMENSIONS);
        for (int i = 0; i < CardVectors.DIMENSIONS; i++) {
            vector.add(values[card * CardVectors.DIMENSIONS + i]);
        }
        return CqlVector.newInstance(vector);
    }

    private void ask(CqlSession session) {
        PreparedStatement select =
                session.prepare("SELECT card FROM neighbours.cards ORDER BY vector ANN OF ? LIMIT ?");
        Neighbours neighbours = (vector, count) -> {
            List<Neighbour> nearest = new ArrayList<>(count);
            for (Row row : session.execute(select.bind(normalised(vector), count))) {
                nearest.add(new Neighbour(ClusteredVectors.cardId(row.getInt("card")), 0));
            }
            return nearest;
        };
        asking.ask("Cassandra", neighbours, Integer.MAX_VALUE);
    }

    private static CqlVector<Float> normalised(double[] vector) {
        double square = 0;
        for (double value : vector) {
            square += value * value;
        }
        List<Float> unit = new ArrayList<>(vector.length);
        for (double value : vector) {
            unit.add((float) (value / Math.sqrt(square)));
        }
        return CqlVector.newInstance(unit);
    }
}

package dev.counterpoint.infra.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.embedded.SharedServers;
import dev.counterpoint.infra.server.platform.Calls.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers over one Cassandra and one Kafka are restarted one after the other while clients write and read: no call fails, and what was
 * acknowledged is there once.
 */
class RollingRestartIT {
    private static final int CLIENTS = 4;
    private static final long LOOK_NANOS = 200_000_000L;

    @TempDir
    private Path one;

    @TempDir
    private Path other;

    /** Whoever is ready: what a load balancer knows. */
    private final List<Calls> ready = new CopyOnWriteArrayList<>();

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean isOver;

    private ServerProcess start(Path data) {
        return ServerProcess.start(
                data,
                "--counterpoint.drain=2s",
                "--counterpoint.cassandra.contact-points=127.0.0.1:"
                        + SharedServers.cassandra().port(),
                "--counterpoint.cassandra.keyspace=rolling",
                "--counterpoint.kafka.bootstrap-servers="
                        + SharedServers.kafka().address());
    }

    @Test
    void twoServers_areRestartedInTurn_andNoCallFails() throws Exception {
        SharedServers.startBoth();
        ServerProcess first = start(one);
        FolderCopy.of(one.resolve("keys"), Files.createDirectories(other.resolve("keys")));
        ServerProcess second = start(other);
        try {
            Calls ofFirst = first.calls();
            Calls ofSecond = second.calls();
            new MadeUpListening(ofFirst).publishAll();
            Eventually.await(() -> !PageReading.shelvesOf(ofFirst.home("scout")).isEmpty());
            Eventually.await(
                    () -> !PageReading.shelvesOf(ofSecond.home("scout")).isEmpty());
            ready.addAll(List.of(ofFirst, ofSecond));
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<Integer>> acting = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                String listener = "roller-" + client;
                acting.add(clients.submit(() -> act(listener)));
            }
            awaitCalls(200);

            first = restarted(first, ofFirst, one);
            awaitCalls(200);
            second = restarted(second, ofSecond, other);
            awaitCalls(200);

            isOver = true;
            List<Integer> recorded = new ArrayList<>();
            for (Future<Integer> each : acting) {
                recorded.add(each.get(60, TimeUnit.SECONDS));
            }
            clients.shutdown();
            assertThat(failures).isEmpty();
            assertThat(calls.get()).isGreaterThan(600);
            for (int client = 0; client < CLIENTS; client++) {
                assertThat(sequenceOf(first.calls(), "roller-" + client)).isEqualTo(recorded.get(client) - 1);
            }
        } finally {
            isOver = true;
            first.close();
            second.close();
        }
    }

    private static int sequenceOf(Calls calls, String listener) {
        return calls.get("/v1/listeners/" + listener + "/profile")
                .json()
                .get("sequence")
                .intValue();
    }

    /** Told to end, it is not ready any more for a while before it refuses calls. */
    private ServerProcess restarted(ServerProcess server, Calls before, Path data) throws InterruptedException {
        server.tellToStop();
        Eventually.await(() -> before.get("/actuator/health/readiness").status() != 200);
        ready.remove(before);
        server.awaitEnd();
        ServerProcess again = start(data);
        ready.add(again.calls());
        return again;
    }

    /** Plays and asks for a page, in turn. */
    private int act(String listener) {
        int events = 1;
        for (int i = 0; !isOver; i++) {
            List<Calls> now = List.copyOf(ready);
            Calls server = now.get(i % now.size());
            Answer played = server.post(
                    "/v1/listeners/" + listener + "/interactions", MadeUpListening.play("i" + i, "album-" + i % 300));
            note(played, 201, listener);
            events++;
            note(server.get("/v1/listeners/" + listener + "/home?surface=phone"), 200, listener);
        }
        return events;
    }

    private void note(Answer answer, int expected, String listener) {
        calls.incrementAndGet();
        if (answer.status() != expected) {
            failures.add(listener + ": " + answer);
        }
    }

    private void awaitCalls(int more) {
        int until = calls.get() + more;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (calls.get() < until) {
            assertThat(System.nanoTime()).as("clients stand still").isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}

package dev.counterpoint.infra.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {
    private static final Duration START = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    void bothServers_answer_andCrashesAreMended() {
        EmbeddedServer cassandra = SharedServers.cassandra();
        EmbeddedServer kafka = SharedServers.kafka();

        for (EmbeddedServer server : List.of(cassandra, kafka)) {
            long before = server.pid();
            assertThat(ProcessHandle.of(before).orElseThrow().destroyForcibly()).isTrue();

            await(() -> server.restarts() > 0 && server.isReady());
            assertThat(server.pid()).isNotEqualTo(before);
        }
    }

    @Test
    void close_endsTheServer_andItStartsAgainOnItsDataAndPort() {
        EmbeddedServer first = startKafka();
        first.awaitReady(START);
        first.close();
        assertThat(ProcessHandle.of(first.pid()))
                .matches(gone -> gone.isEmpty() || !gone.get().isAlive());

        try (EmbeddedServer second = startKafka()) {
            assertThat(second.awaitReady(START).address()).isEqualTo(first.address());
        }
    }

    @Test
    void killedParent_takesItsChildrenAlong() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + ServerHome.ROOT_PROPERTY + "=" + System.getProperty(ServerHome.ROOT_PROPERTY),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentOfKafka.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("parent.log").toFile())
                .start();
        String said = CompletableFuture.supplyAsync(() -> firstLine(parent)).get(120, TimeUnit.SECONDS);
        ProcessHandle child = ProcessHandle.of(Long.parseLong(said)).orElseThrow();
        assertThat(child.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        await(() -> !child.isAlive());
    }

    @Test
    void serverThatEndsWhileItStarts_saysWhy() throws IOException {
        Path log = folder.resolve("broken.log");
        Files.createDirectories(folder.resolve("broken"));
        ChildCommand command = new ChildCommand(
                Path.of(System.getProperty("java.home")), folder, List.of(), List.of("no.such.Server"));

        EmbeddedServer broken = new EmbeddedServer("Kafka", folder.resolve("broken"), log, command, Readiness.KAFKA, 1);

        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> broken.awaitReady(START))
                .withMessageContaining("Kafka ended while it started")
                .withMessageContaining("no.such.Server");
    }

    private EmbeddedServer startKafka() {
        return EmbeddedKafka.start(ServerHome.ofSystemProperty(), folder.resolve("kafka"), folder.resolve("kafka.log"));
    }

    private static String firstLine(Process process) {
        try {
            return process.inputReader().readLine();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }
}

package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Starts Kafka: one process that is broker and controller (KRaft), loopback only. */
public final class EmbeddedKafka {
    private static final int FORMAT_SECONDS = 60;

    private EmbeddedKafka() {}

    /**
     * Starts Kafka on a folder; returns while it is still starting.
     *
     * @param folder holds its data, its configuration and its ports
     * @param log receives what it says, from its start on
     */
    public static EmbeddedServer start(ServerHome home, Path folder, Path log) {
        try {
            Files.createDirectories(folder);
            Ports ports = new Ports(folder);
            int brokerPort = ports.of("broker");
            int controllerPort = ports.of("controller");
            ports.keep();
            Path data = folder.resolve("data").toAbsolutePath();
            Path properties = Files.writeString(
                    folder.resolve("server.properties"), properties(brokerPort, controllerPort, data));
            Path log4j = Files.writeString(folder.resolve("log4j2.properties"), LOG4J);
            Path java = Path.of(System.getProperty("java.home"));
            List<String> options = options(log4j);
            if (!Files.exists(data.resolve("meta.properties"))) {
                format(new ChildCommand(java, home.kafka(), options, formatting(properties)), folder, log);
            }
            List<String> program =
                    List.of("kafka.Kafka", properties.toAbsolutePath().toString());
            ChildCommand command = new ChildCommand(java, home.kafka(), options, program);
            return new EmbeddedServer("Kafka", folder, log, command, Readiness.KAFKA, brokerPort);
        } catch (IOException failed) {
            throw new UncheckedIOException("Kafka could not be set up in " + folder, failed);
        }
    }

    private static List<String> formatting(Path properties) {
        List<String> program = new ArrayList<>(List.of("kafka.tools.StorageTool", "format", "--ignore-formatted"));
        program.addAll(List.of(
                "--cluster-id",
                "counterpoint-" + UUID.nameUUIDFromBytes(new byte[0]).toString().substring(0, 8)));
        program.addAll(List.of("--config", properties.toAbsolutePath().toString()));
        return program;
    }

    private static void format(ChildCommand command, Path folder, Path log) throws IOException {
        Process formatting = new ProcessBuilder(command.words(folder))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        try {
            if (!formatting.waitFor(FORMAT_SECONDS, TimeUnit.SECONDS) || formatting.exitValue() != 0) {
                formatting.destroyForcibly();
                throw new EmbeddedServerException("Kafka could not format its folder: " + Complaint.in(log));
            }
        } catch (InterruptedException interrupted) {
            formatting.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("The start was interrupted.", interrupted);
        }
    }

    private static List<String> options(Path log4j) {
        return List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlog4j2.configurationFile=" + log4j.toAbsolutePath(),
                "-Djava.awt.headless=true");
    }

    private static String properties(int brokerPort, int controllerPort, Path data) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                log.cleaner.threads=1
                log.cleaner.dedupe.buffer.size=8388608
                log.segment.bytes=134217728
                """.formatted(brokerPort, controllerPort, data.toString().replace('\\', '/'));
    }

    private static final String LOG4J = """
            appender.out.type=Console
            appender.out.name=OUT
            appender.out.layout.type=PatternLayout
            appender.out.layout.pattern=%d{ISO8601} %-5p %c{1} %m%n
            rootLogger.level=WARN
            rootLogger.appenderRef.out.ref=OUT
            """;
}

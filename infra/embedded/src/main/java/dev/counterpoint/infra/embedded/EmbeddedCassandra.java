package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts Cassandra: one node, loopback only, with every acknowledged write on disk. */
public final class EmbeddedCassandra {
    /** The data centre that the node calls its own. */
    public static final String DATACENTER = "datacenter1";

    private static final List<String> EXPORTS = List.of(
            "java.base/jdk.internal.misc",
            "java.base/jdk.internal.ref",
            "java.base/java.lang.ref",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi",
            "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.sql/java.sql",
            "jdk.unsupported/sun.misc",
            "jdk.compiler/com.sun.tools.javac.file",
            "jdk.attach/sun.tools.attach");
    private static final List<String> OPENS = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.lang.module",
            "java.base/java.lang.reflect",
            "java.base/java.util",
            "java.base/java.nio",
            "java.base/jdk.internal.loader",
            "java.base/jdk.internal.ref",
            "java.base/jdk.internal.reflect",
            "java.base/jdk.internal.math",
            "java.base/jdk.internal.module",
            "java.base/jdk.internal.util.jar",
            "java.base/sun.nio.ch",
            "jdk.management/com.sun.management.internal",
            "jdk.compiler/com.sun.tools.javac");

    private EmbeddedCassandra() {}

    /**
     * Starts Cassandra on a folder; returns while it is still starting.
     *
     * @param folder holds its data, its configuration and its ports
     * @param log receives what it says, from its start on
     */
    public static EmbeddedServer start(ServerHome home, Path folder, Path log) {
        try {
            Files.createDirectories(folder);
            Ports ports = new Ports(folder);
            int nativePort = ports.of("native");
            int storagePort = ports.of("storage");
            ports.keep();
            Path yaml = Files.writeString(folder.resolve("cassandra.yaml"), yaml(nativePort, storagePort));
            Path logback = Files.writeString(folder.resolve("logback.xml"), LOGBACK);
            List<String> program = List.of("org.apache.cassandra.service.CassandraDaemon");
            ChildCommand command =
                    new ChildCommand(CassandraJdk.find(), home.cassandra(), options(folder, yaml, logback), program);
            return new EmbeddedServer("Cassandra", folder, log, command, Readiness.CASSANDRA, nativePort);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cassandra could not be set up in " + folder, failed);
        }
    }

    private static List<String> options(Path folder, Path yaml, Path logback) {
        List<String> options = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx768m",
                "-XX:+UseG1GC",
                "-XX:ParallelGCThreads=2",
                "-XX:ConcGCThreads=1",
                "-XX:ActiveProcessorCount=16",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dcassandra-foreground=yes",
                "-Dcassandra.config=" + yaml.toUri(),
                "-Dcassandra.storagedir=" + folder.toAbsolutePath(),
                "-Dcassandra.logdir=" + folder.toAbsolutePath(),
                "-Dlogback.configurationFile=" + logback.toAbsolutePath(),
                "-Dcassandra.ring_delay_ms=1",
                "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                "-Dcassandra.superuser_setup_delay_ms=0",
                "-Dcassandra.shutdown_announce_in_ms=0",
                "-Djava.awt.headless=true"));
        EXPORTS.forEach(name -> options.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENS.forEach(name -> options.add("--add-opens=" + name + "=ALL-UNNAMED"));
        return options;
    }

    /** With the default sync, periodic, a kill loses acknowledged writes; batch with few writers times out. */
    private static String yaml(int nativePort, int storagePort) {
        return """
                cluster_name: counterpoint
                num_tokens: 16
                partitioner: org.apache.cassandra.dht.Murmur3Partitioner
                endpoint_snitch: SimpleSnitch
                seed_provider:
                  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                    parameters:
                      - seeds: "127.0.0.1:%2$d"
                listen_address: 127.0.0.1
                rpc_address: 127.0.0.1
                native_transport_port: %1$d
                storage_port: %2$d
                commitlog_sync: batch
                concurrent_writes: 32
                concurrent_reads: 32
                memtable_heap_space: 128MiB
                commitlog_segment_size: 32MiB
                auto_snapshot: false
                hinted_handoff_enabled: false
                paxos_variant: v2
                """.formatted(nativePort, storagePort);
    }

    private static final String LOGBACK = """
            <configuration>
              <appender name="STDOUT" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d{ISO8601} %-5level %logger{0} %msg%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="STDOUT"/></root>
            </configuration>
            """;
}

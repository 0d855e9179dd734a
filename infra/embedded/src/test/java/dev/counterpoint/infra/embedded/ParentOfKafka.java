package dev.counterpoint.infra.embedded;

import java.nio.file.Path;
import java.time.Duration;

/** A parent for a test to kill: starts Kafka, prints the child's process id, and lives on. */
final class ParentOfKafka {
    private ParentOfKafka() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        EmbeddedServer kafka = EmbeddedKafka.start(
                ServerHome.ofSystemProperty(), folder.resolve("kafka"), folder.resolve("kafka.log"));
        System.out.println(kafka.awaitReady(Duration.ofSeconds(100)).pid());
        Thread.currentThread().join();
    }
}

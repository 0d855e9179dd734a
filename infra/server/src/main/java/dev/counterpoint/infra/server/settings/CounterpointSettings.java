package dev.counterpoint.infra.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * The platform's own configuration: what stands below {@code counterpoint} in {@code application.yaml}, where each key has its default
 * and its meaning. What exists is valid.
 *
 * @param data the data folder
 * @param root where the class paths of the embedded servers lie
 * @param roles what this process does, at least one
 * @param endWithParent whether the process ends when its standard input does
 * @param drain how long calls are still answered after the process said that it is not ready any more; at most 8 s
 * @param keys none: everything is open, on loopback only
 */
public record CounterpointSettings(
        Path data,
        Path root,
        Set<ProcessRole> roles,
        ClockKind clock,
        boolean endWithParent,
        Duration drain,
        List<KeySettings> keys,
        HomeOptions home,
        DecisionOptions decisions,
        EncryptionOptions encryption,
        ProofOptions proof,
        ArchiveOptions archive,
        ReconciliationOptions reconciliation,
        StatisticsOptions statistics,
        CassandraConnection cassandra,
        KafkaConnection kafka) {
    private static final String PREFIX = "counterpoint";

    /** The end of a process gives each of its steps ten seconds. */
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(8);

    public CounterpointSettings {
        data = Required.of("counterpoint.data", data);
        root = Required.of("counterpoint.root", root);
        roles = Set.copyOf(Required.of("counterpoint.roles", roles));
        clock = Required.of("counterpoint.clock", clock);
        drain = Required.within("counterpoint.drain", drain, LONGEST_DRAIN);
        keys = List.copyOf(Required.of("counterpoint.keys", keys));
        home = Required.of("counterpoint.home", home);
        decisions = Required.of("counterpoint.decisions", decisions);
        encryption = Required.of("counterpoint.encryption", encryption);
        proof = Required.of("counterpoint.proof", proof);
        archive = Required.of("counterpoint.archive", archive);
        reconciliation = Required.of("counterpoint.reconciliation", reconciliation);
        statistics = Required.of("counterpoint.statistics", statistics);
        cassandra = Required.of("counterpoint.cassandra", cassandra);
        kafka = Required.of("counterpoint.kafka", kafka);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("counterpoint.roles names at least one of " + ProcessRole.written());
        }
    }

    /** What is configured; a key that nobody knows is refused, since it would be a typing error without effect. */
    public static CounterpointSettings of(Environment environment) {
        return Binder.get(environment)
                .bindOrCreate(
                        PREFIX,
                        Bindable.of(CounterpointSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
    }

    /** What a process does. Commands are handled in every role; roles switch endpoints and consumers. */
    public enum ProcessRole {
        COMMAND,
        QUERY,
        TRAINING;

        static String written() {
            return "command, query, training";
        }
    }

    /** Which time the platform lives by. */
    public enum ClockKind {
        SYSTEM,
        SIMULATED
    }
}

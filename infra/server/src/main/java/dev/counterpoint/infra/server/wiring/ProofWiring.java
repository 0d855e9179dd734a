package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.proof.Anchors;
import dev.counterpoint.domain.proof.CheckpointSeal;
import dev.counterpoint.domain.proof.Checkpointing;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.MovedHeads;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.server.data.AnchorFile;
import dev.counterpoint.infra.server.data.CheckpointKeys;
import dev.counterpoint.infra.server.data.DataFolder;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;

/** What vouches for all that this process writes. */
@Configuration(proxyBeanMethods = false)
class ProofWiring {
    private static final Logger LOG = LoggerFactory.getLogger(ProofWiring.class);

    @Bean
    MovedHeads movedHeads() {
        return new MovedHeads();
    }

    @Bean
    Checkpoints checkpoints(CassandraStores stores) {
        return stores.checkpoints();
    }

    @Bean
    Anchors anchors(DataFolder data, CounterpointSettings settings, ProcessName process) {
        return new AnchorFile(settings.proof().anchorFolder(data.path()), process.value());
    }

    /** Empty where there is no key. */
    @Bean
    SealOfCheckpoints sealOfCheckpoints(DataFolder data, CounterpointSettings settings) {
        return new SealOfCheckpoints(CheckpointKeys.read(settings.proof().signingKeyFile(data.path())));
    }

    /** The seal, if there is a key. */
    record SealOfCheckpoints(Optional<CheckpointSeal> seal) {}

    /** Ends after the last append of this process, with a checkpoint over it. */
    @Bean
    VouchingForHeads vouchingForHeads(
            MovedHeads moved,
            Checkpoints checkpoints,
            Anchors anchors,
            SealOfCheckpoints seal,
            PlatformClock clock,
            ProcessName process) {
        return new VouchingForHeads(seal.seal()
                .map(key -> new Checkpointing(moved, checkpoints, anchors, key, clock, process.value()))
                .orElse(null));
    }

    @Bean
    SmartInitializingSingleton vouching(
            VouchingForHeads vouching, DataFolder data, CounterpointSettings settings, TaskScheduler backgroundWork) {
        return () -> {
            if (vouching.isOn()) {
                backgroundWork.scheduleWithFixedDelay(
                        vouching::make, settings.proof().interval());
            } else {
                LOG.warn(
                        "no checkpoints are made: there is no key at {}",
                        settings.proof().signingKeyFile(data.path()));
            }
        };
    }
}

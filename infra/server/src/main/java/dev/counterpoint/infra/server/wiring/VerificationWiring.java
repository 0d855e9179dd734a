package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.proof.Anchors;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.server.wiring.ProofWiring.SealOfCheckpoints;
import dev.counterpoint.query.archive.Archives;
import dev.counterpoint.query.archive.VerifyingArchives;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.proof.Verifications;
import dev.counterpoint.query.proof.Verifiers;
import dev.counterpoint.query.proof.VerifyingCheckpoints;
import dev.counterpoint.query.proof.VerifyingDecisions;
import dev.counterpoint.query.proof.VerifyingStreams;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hashes the stores again when an auditor asks for it. */
@Configuration(proxyBeanMethods = false)
class VerificationWiring {

    @Bean
    VerifyingStreams verifyingStreams(CassandraStores stores, Checkpoints checkpoints) {
        return new VerifyingStreams(stores.eventLog(), checkpoints);
    }

    @Bean
    VerifyingDecisions verifyingDecisions(DecisionGroups groups, Checkpoints checkpoints) {
        return new VerifyingDecisions(groups, checkpoints);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService verificationWork() {
        return OneThread.named("verification");
    }

    @Bean
    Verifications verifications(
            CassandraStores stores,
            VerifyingStreams streams,
            VerifyingDecisions decisions,
            DecisionGroups groups,
            Checkpoints checkpoints,
            Anchors anchors,
            SealOfCheckpoints seal,
            Archives archives,
            PlatformClock clock,
            @Qualifier("verificationWork") ExecutorService work) {
        Verifiers verifiers = new Verifiers(
                stores.storedStreams(),
                streams,
                groups,
                decisions,
                seal.seal()
                        .map(key -> new VerifyingCheckpoints(checkpoints, anchors, key))
                        .orElse(null),
                new VerifyingArchives(archives, stores.storedStreams(), stores.eventLog()));
        return new Verifications(verifiers, clock, work);
    }
}

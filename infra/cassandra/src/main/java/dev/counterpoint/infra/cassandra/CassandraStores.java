package dev.counterpoint.infra.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import dev.counterpoint.command.erasure.Erasures;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.encryption.ContentKeys;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.KeyWrapping;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.eventlog.LoggedHistory;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.model.ModelArtifacts;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.artifacts.CassandraModelArtifacts;
import dev.counterpoint.infra.cassandra.cards.CassandraCardVersions;
import dev.counterpoint.infra.cassandra.comparisons.CassandraComparisons;
import dev.counterpoint.infra.cassandra.decisions.CassandraDecisionGroups;
import dev.counterpoint.infra.cassandra.decisions.CassandraServedDecisions;
import dev.counterpoint.infra.cassandra.decisions.LoggedPages;
import dev.counterpoint.infra.cassandra.erasures.CassandraErasures;
import dev.counterpoint.infra.cassandra.events.CassandraEventLog;
import dev.counterpoint.infra.cassandra.events.CassandraStoredStreams;
import dev.counterpoint.infra.cassandra.keys.CassandraContentKeys;
import dev.counterpoint.infra.cassandra.leases.CassandraLeases;
import dev.counterpoint.infra.cassandra.profiles.CassandraParkedListeners;
import dev.counterpoint.infra.cassandra.profiles.CassandraProfiles;
import dev.counterpoint.infra.cassandra.proof.CassandraCheckpoints;
import dev.counterpoint.infra.cassandra.publication.IntentPublication;
import dev.counterpoint.infra.cassandra.publication.PublicationSettings;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import dev.counterpoint.infra.cassandra.snapshots.CassandraSnapshots;
import dev.counterpoint.infra.cassandra.versions.CassandraCatalogEpochs;
import dev.counterpoint.infra.cassandra.versions.CassandraStatisticsStore;
import dev.counterpoint.query.catalog.CardVersions;
import dev.counterpoint.query.catalog.CatalogEpochs;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.profile.ParkedListeners;
import dev.counterpoint.query.profile.Profiles;
import dev.counterpoint.query.statistics.StatisticsStore;
import dev.counterpoint.training.replay.ServedDecisions;
import dev.counterpoint.training.run.Comparisons;
import java.time.Clock;
import java.time.Duration;

/**
 * All stores on one connection to a cluster. Opening it makes keyspace and tables where they are missing; closing it ends the connection, and
 * with it every store that came from here.
 */
public final class CassandraStores implements AutoCloseable {
    /** How long a key stays in the memory of a process after it was read. */
    public static final Duration KEYS_HELD = CassandraContentKeys.HELD;

    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final CqlSession session;
    private final Cql cql;
    private final Leases leases;
    private final EventLog eventLog;
    private final Snapshots snapshots;
    private final StoredStreams storedStreams;

    private CassandraStores(CqlSession session) {
        this.session = session;
        this.cql = new Cql(session);
        this.leases = new CassandraLeases(cql);
        this.eventLog = new CassandraEventLog(cql);
        this.snapshots = new CassandraSnapshots(cql);
        this.storedStreams = new CassandraStoredStreams(cql);
    }

    public static CassandraStores open(CassandraSettings settings) {
        CqlSession session = Sessions.open(settings);
        try {
            return new CassandraStores(session);
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    public EventLog eventLog() {
        return eventLog;
    }

    public EventHistory history(EventContents contents) {
        return new LoggedHistory(eventLog, contents);
    }

    /** @param wrapping with a master key that the database does not have */
    public ContentKeys contentKeys(KeyWrapping wrapping) {
        return new CassandraContentKeys(cql, wrapping);
    }

    public Erasures erasures() {
        return new CassandraErasures(cql);
    }

    public Checkpoints checkpoints() {
        return new CassandraCheckpoints(cql);
    }

    /** Every stream there is, to walk through. */
    public StoredStreams storedStreams() {
        return storedStreams;
    }

    public ParkedListeners parkedListeners() {
        return new CassandraParkedListeners(cql);
    }

    public Leases leases() {
        return leases;
    }

    /** Begins to publish, and to sweep up. Close it before this. */
    public IntentPublication publication(EventPublisher publisher) {
        return new IntentPublication(
                cql, leases, eventLog(), publisher, PublicationSettings.STANDARD, Clock.systemUTC());
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public Profiles profiles(ContentProtection protection) {
        return new CassandraProfiles(cql, protection);
    }

    /** @param retention how long the records of decisions are kept */
    public DecisionGroups decisionGroups(Duration retention) {
        return new CassandraDecisionGroups(cql, retention);
    }

    /** @param retention how long the records of decisions are kept */
    public LoggedPages servedPages(
            DecisionContents contents, DecisionIds ids, Duration retention, PlatformClock clock) {
        return new LoggedPages(decisionGroups(retention), contents, ids, retention, clock);
    }

    /** @param retention how long the records of decisions are kept */
    public ServedDecisions servedDecisions(DecisionContents contents, Duration retention) {
        return new CassandraServedDecisions(cql, contents, retention);
    }

    /** What trainings found of their policies. */
    public Comparisons comparisons() {
        return new CassandraComparisons(cql);
    }

    public ModelArtifacts modelArtifacts() {
        return new CassandraModelArtifacts(cql);
    }

    public CatalogEpochs catalogEpochs() {
        return new CassandraCatalogEpochs(cql);
    }

    public CardVersions cardVersions(EventCodec codec) {
        return new CassandraCardVersions(cql, codec);
    }

    public StatisticsStore statistics() {
        return new CassandraStatisticsStore(cql);
    }

    /** Of the node that answers; an exception if none does. */
    public String version() {
        Row local = session.execute(SimpleStatement.newInstance("SELECT release_version FROM system.local")
                        .setTimeout(ANSWER))
                .one();
        return local == null ? "unknown" : String.valueOf(local.getString(0));
    }

    @Override
    public void close() {
        session.close();
    }
}

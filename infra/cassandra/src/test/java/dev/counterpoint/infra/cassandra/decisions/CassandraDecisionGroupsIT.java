package dev.counterpoint.infra.cassandra.decisions;

import dev.counterpoint.contracts.decision.DecisionGroupsContract;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.query.decision.DecisionGroups;
import java.time.Duration;

class CassandraDecisionGroupsIT extends DecisionGroupsContract {

    @Override
    protected DecisionGroups groups() {
        return new CassandraDecisionGroups(Keyspaces.shared(), Duration.ofDays(400));
    }
}

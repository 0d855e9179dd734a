package dev.counterpoint.infra.cassandra.schema;

import java.util.List;

/** Every step of the schema, in order. A new one is added at the end; a released one never changes. */
final class Migrations {
    static final List<Migration> ALL = List.of(
            Migration.ofResource("001-event-store.cql"),
            Migration.ofResource("002-profiles.cql"),
            Migration.ofResource("003-decisions.cql"),
            Migration.ofResource("004-versions.cql"),
            Migration.ofResource("005-decisions-of-listeners.cql"),
            Migration.ofResource("006-cards.cql"),
            Migration.ofResource("007-models.cql"),
            Migration.ofResource("008-content-keys.cql"),
            Migration.ofResource("009-erasures.cql"),
            Migration.ofResource("010-checkpoints.cql"),
            Migration.ofResource("011-parked-listeners.cql"),
            Migration.ofResource("012-rebuilt-profiles.cql"),
            Migration.ofResource("013-artifact-pieces.cql"),
            Migration.ofResource("014-comparisons.cql"));

    private Migrations() {}
}

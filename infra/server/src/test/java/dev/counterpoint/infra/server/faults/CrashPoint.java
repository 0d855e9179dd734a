package dev.counterpoint.infra.server.faults;

/** A place where a process may die, or stand still, in the worst moment. */
enum CrashPoint {
    /** The intent is noted, nothing is appended. */
    AFTER_INTENT,
    /** Events are in the store, nobody was told. */
    AFTER_APPEND,
    /** Events are in the store, and the process knows only that it does not know. */
    AFTER_UNKNOWN,
    /** Events are in Kafka, and the process does not know it. */
    AFTER_SEND,
    /** In the middle of publishing what another dead process left. */
    DURING_SWEEP,
    /** Events are in the store, their snapshot is not. */
    BEFORE_SNAPSHOT;

    /** Told where a process is. */
    @FunctionalInterface
    interface Watch {
        Watch NONE = point -> {};

        /** Returns when the process may go on. */
        void reached(CrashPoint point);
    }
}

package dev.counterpoint.infra.simulator.behaviour;

/** When a listener likes what. */
enum Daypart {
    ALWAYS,
    /** Before 14 h of the listener's own day. */
    EARLY,
    LATE;

    private static final int NOON = 14 * 60;

    boolean includes(int localMinute) {
        return this == ALWAYS || this == EARLY == localMinute < NOON;
    }
}

package dev.counterpoint.query.decision;

/**
 * Where a decision lies in the log.
 *
 * @param epoch of the process that wrote it, unique to it
 * @param group from 0, within the epoch
 * @param slot from 0, within the group
 */
public record LogPosition(long epoch, long group, int slot) {
    public LogPosition {
        if (epoch < 0 || group < 0 || slot < 0) {
            throw new IllegalArgumentException("epoch, group and slot are not negative");
        }
    }
}

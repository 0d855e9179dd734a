package dev.counterpoint.domain.lease;

import java.time.Duration;

/**
 * Grants work to one process at a time. A lease ends by itself, so a dead holder blocks nobody for longer than its span; a holder
 * that was paused may overlap with the next one, so what is done under a lease must be safe when done twice. Thread-safe.
 */
public interface Leases {

    /**
     * Takes or prolongs a lease.
     *
     * @param name of the work
     * @param holder of the lease, unique to a process
     * @return whether the holder has the lease now, for the span
     */
    boolean acquire(String name, String holder, Duration span);

    /** Gives a lease back early; nothing happens where the holder does not have it. */
    void release(String name, String holder);
}

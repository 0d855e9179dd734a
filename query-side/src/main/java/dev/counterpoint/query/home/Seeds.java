package dev.counterpoint.query.home;

/** Gives each page the seed of its chance: any of the 2^64, all alike, and none that a client could guess. Thread-safe. */
@FunctionalInterface
public interface Seeds {
    long next();
}

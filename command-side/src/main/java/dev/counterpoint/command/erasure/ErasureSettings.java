package dev.counterpoint.command.erasure;

import java.time.Duration;

/**
 * How erasures are worked on.
 *
 * @param settles after this no process has anything in memory that was read before the key was destroyed, and nothing that was under way can still be
 *     written
 * @param lease how long a process that died keeps the others from going on
 */
public record ErasureSettings(Duration settles, Duration lease) {}

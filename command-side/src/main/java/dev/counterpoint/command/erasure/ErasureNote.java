package dev.counterpoint.command.erasure;

import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;

/** That a listener is to be forgotten. */
public record ErasureNote(StreamId stream, Instant requestedAt) {}

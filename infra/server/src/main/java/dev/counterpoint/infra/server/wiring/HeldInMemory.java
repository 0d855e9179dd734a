package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.event.StreamId;
import java.util.function.Consumer;

/**
 * Something in this process that holds what was read of listeners.
 *
 * @param forget drops what it holds of a stream
 */
record HeldInMemory(Consumer<StreamId> forget) {}

package dev.counterpoint.command;

import dev.counterpoint.command.catalog.CardShardForm;
import dev.counterpoint.command.listener.Listener;
import dev.counterpoint.command.listener.ListenerForm;
import dev.counterpoint.command.model.RegistrarForm;
import dev.counterpoint.command.stream.CommandStatistics;
import dev.counterpoint.command.stream.Commands;
import dev.counterpoint.command.stream.SnapshotSerializer;
import dev.counterpoint.command.stream.StreamRepository;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.time.PlatformClock;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;

/**
 * The command side of one process, over a store. Wires and does nothing else; close it before the store.
 *
 * <p>The store's engine needs {@link #snapshotSerializer()} for the snapshots that it is given.
 */
public final class CommandSide implements AutoCloseable {
    private final Commands commands;
    private final StreamRepository<Listener> listeners;

    /** @param engine appends conditionally: all events of a command or none of them */
    public CommandSide(EventStorageEngine engine, PlatformClock clock, CommandMemory memory) {
        this.commands = new Commands(engine, clock);
        commands.register(new CardShardForm(), memory.catalogBytes());
        this.listeners = commands.register(new ListenerForm(), memory.listenerBytes());
        commands.register(new RegistrarForm(), memory.catalogBytes());
    }

    /** Writes snapshots as the bytes that they are, without the name of any class. */
    public static Serializer snapshotSerializer() {
        return new SnapshotSerializer();
    }

    /** Drops what is in memory of a listener. */
    public void forget(StreamId stream) {
        listeners.forget(stream);
    }

    public Commands commands() {
        return commands;
    }

    public CommandStatistics statistics() {
        return commands.statistics();
    }

    /** Waits at most five seconds for snapshots that are being stored. */
    @Override
    public void close() {
        commands.close();
    }
}

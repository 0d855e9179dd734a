package dev.counterpoint.command.catalog;

import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.event.StreamId;

/** Let this shelf stand on no page any more. Answered with a {@link Withdrawal}. */
public record WithdrawShelf(StreamId stream, ShelfId shelfId) implements StreamCommand {}

package dev.counterpoint.command.catalog;

import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.event.StreamId;

/** Never place this card again. Answered with a {@link Retirement}. */
public record RetireCard(StreamId stream, CardId cardId) implements StreamCommand {}

package dev.counterpoint.command.listener;

import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;

/** Register a listener with these settings, or change the settings of one who is registered. Answered with {@link SettingsAnswer}. */
public record ChangeSettings(StreamId stream, ListenerId listenerId, ListenerSettings settings)
        implements StreamCommand {}

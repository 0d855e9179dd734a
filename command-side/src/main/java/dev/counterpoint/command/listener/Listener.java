package dev.counterpoint.command.listener;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.command.listener.RecordingAnswer.Refused;
import dev.counterpoint.command.stream.Fingerprint;
import dev.counterpoint.command.stream.StateSnapshot;
import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.command.stream.StreamState;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.listener.ListenerEvent;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One listener: whether they are registered, with which settings, in which country, and which interactions came lately; nothing that names
 * them.
 */
@AggregateRoot(type = "listener")
public class Listener implements StreamState {
    private static final int EVENTS_PER_SNAPSHOT = 500;

    @AggregateIdentifier
    private @Nullable String stream;

    private Instant lastRecordedAt = Instant.EPOCH;
    /** Of the settings; null before the registration. */
    private @Nullable Fingerprint settings;

    /** As of the settings; null where they do not say it. */
    private @Nullable String country;

    private final RecentInteractions recent;

    /** A listener without events. */
    protected Listener() {
        this.recent = new RecentInteractions();
    }

    Listener(
            String stream,
            Instant lastRecordedAt,
            @Nullable Fingerprint settings,
            @Nullable String country,
            RecentInteractions recent) {
        this.stream = stream;
        this.lastRecordedAt = lastRecordedAt;
        this.settings = settings;
        this.country = country;
        this.recent = recent;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    SettingsAnswer handle(ChangeSettings command) {
        if (settings == null) {
            record(command, new ListenerRegistered(command.listenerId(), command.settings()));
            return new SettingsAnswer(true, true, AggregateLifecycle.getVersion());
        }
        boolean changed = !settings.equals(SettingsContent.of(command.settings()));
        if (changed) {
            record(command, new ListenerSettingsChanged(command.settings()));
        }
        return new SettingsAnswer(false, changed, AggregateLifecycle.getVersion());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RecordingAnswer handle(RecordInteractions command) {
        Screening screening = new Screening(recent).screen(command.candidates());
        List<Refusal> refusals = new ArrayList<>(command.refusals());
        refusals.addAll(screening.contradicting().values());
        if (!refusals.isEmpty()) {
            return new Refused(refusals, screening.contradicting());
        }
        if (settings == null) {
            record(command, new ListenerRegistered(command.listenerId(), ListenerSettings.defaults()));
        }
        screening.fresh().forEach(event -> record(command, event.from(country)));
        return new Recorded(AggregateLifecycle.getVersion(), screening.fresh().size(), screening.duplicates());
    }

    /** The first event of a stream needs its name before it can tell it. */
    private void record(StreamCommand command, ListenerEvent event) {
        stream = command.stream().value();
        apply(event);
    }

    @EventSourcingHandler
    void on(ListenerEvent event, @SourceId String stream, @Timestamp Instant recordedAt) {
        this.stream = stream;
        this.lastRecordedAt = recordedAt;
        if (event instanceof InteractionRecorded interaction) {
            recent.add(Fingerprint.of(interaction.interactionId().value()), InteractionContent.of(interaction));
        } else if (event instanceof ListenerRegistered registered) {
            settings = SettingsContent.of(registered.settings());
            country = registered.settings().country();
        } else if (event instanceof ListenerSettingsChanged change) {
            settings = SettingsContent.of(change.settings());
            country = change.settings().country();
        }
    }

    @Override
    public Instant lastRecordedAt() {
        return lastRecordedAt;
    }

    @Override
    public @Nullable String causeOf(DomainEvent event) {
        return event instanceof InteractionRecorded interaction
                ? interaction.interactionId().value()
                : null;
    }

    @Override
    public StateSnapshot snapshot() {
        return ListenerForm.write(Objects.requireNonNull(stream), lastRecordedAt, settings, country, recent);
    }

    @Override
    public int eventsPerSnapshot() {
        return EVENTS_PER_SNAPSHOT;
    }

    @Override
    public int weight() {
        return 512 + recent.weight();
    }
}

package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.time.Micros;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a listener after a number of events: a pure fold over their stream. It does not hold who they are.
 *
 * <p>Immutable, equal by content, and bounded: at most 64 KiB of {@link ProfileBytes} after any number of events. Interactions count
 * as of the client's time, but never later than they were recorded; one that comes late counts as if it had come in time, except
 * that the session and the skip streak follow the order of recording. Read it with {@link #at}.
 */
public final class Profile {
    /**
     * Grows when a fold of the same events gives another state. Fold 2 is fold 1 with sliding windows and the streak of days added: what
     * fold 1 had reads the same in both.
     */
    public static final int FOLD_VERSION = 2;

    /** What a row of a table and a profile without rows take in memory, as measured with 60 interactions a listener. */
    private static final int BYTES_OF_A_ROW = 130;

    private static final int BYTES_WITHOUT_ROWS = 2_048;

    private static final Profile EMPTY = new Profile(new ProfileState());

    private final ProfileState state;

    Profile(ProfileState state) {
        this.state = state;
    }

    /** Nothing is known: sequence -1. */
    public static Profile empty() {
        return EMPTY;
    }

    /**
     * This profile after one more event. Events that the fold does not know move the sequence only.
     *
     * @throws OutOfSequenceException unless the event's sequence is the next one
     */
    public Profile apply(RecordedEvent event) {
        return fold().apply(event).profile();
    }

    /** The same as {@link #apply} one by one, and faster. */
    public Profile applyAll(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return this;
        }
        Folder folder = fold();
        events.forEach(folder::apply);
        return folder.profile();
    }

    /** Starts folding many events from here. */
    public Folder fold() {
        return new Folder(state.copy());
    }

    /** The sequence of the last event folded; -1 where there was none. */
    public long sequence() {
        return state.sequence;
    }

    public ListenerSettings settings() {
        return state.settings;
    }

    /** When the listener was registered; empty for an unknown one. */
    public Optional<Instant> registeredAt() {
        return state.registeredAt < 0 ? Optional.empty() : Optional.of(Micros.toInstant(state.registeredAt));
    }

    /** When the last event was recorded; empty where there was none. */
    public Optional<Instant> lastRecordedAt() {
        return state.lastRecordedAt < 0 ? Optional.empty() : Optional.of(Micros.toInstant(state.lastRecordedAt));
    }

    /** What it takes in memory, roughly, in bytes: for caches. */
    public int memoryBytes() {
        return BYTES_WITHOUT_ROWS + BYTES_OF_A_ROW * state.rows();
    }

    /** What is known, as it weighs at an instant; one before the last event reads as of that event. */
    public ProfileView at(Instant now) {
        return new ProfileView(state, Math.max(Micros.of(now), state.lastRecordedAt));
    }

    ProfileState state() {
        return state;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile that && Arrays.equals(ProfileBytes.encode(this), ProfileBytes.encode(that));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ProfileBytes.encode(this));
    }

    @Override
    public String toString() {
        return "Profile[sequence=" + state.sequence + ", tags=" + state.tags.size() + "]";
    }

    /** Folds events one after the other without a copy of the profile for each. Not thread-safe. */
    public static final class Folder {
        private ProfileState state;
        private boolean isHandedOut;

        private Folder(ProfileState state) {
            this.state = state;
        }

        /** @throws OutOfSequenceException unless the event's sequence is the next one; nothing has changed then */
        public Folder apply(RecordedEvent recorded) {
            if (recorded.sequence() != state.sequence + 1) {
                throw new OutOfSequenceException(state.sequence + 1, recorded.sequence());
            }
            if (isHandedOut) {
                state = state.copy();
                isHandedOut = false;
            }
            state.sequence = recorded.sequence();
            state.lastRecordedAt = Math.max(state.lastRecordedAt, Micros.of(recorded.recordedAt()));
            fold(recorded.event());
            return this;
        }

        private void fold(DomainEvent event) {
            if (event instanceof InteractionRecorded interaction) {
                InteractionFold.fold(state, interaction, state.lastRecordedAt);
            } else if (event instanceof ListenerRegistered registered) {
                state.settings = registered.settings();
                state.registeredAt = state.lastRecordedAt;
            } else if (event instanceof ListenerSettingsChanged changed) {
                state.settings = changed.settings();
            }
        }

        /** The sequence of the last event folded; -1 where there was none. */
        public long sequence() {
            return state.sequence;
        }

        /** What was folded so far; folding may go on. */
        public Profile profile() {
            isHandedOut = true;
            return new Profile(state);
        }
    }
}

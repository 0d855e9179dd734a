package dev.counterpoint.query.profile;

import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import java.util.List;
import java.util.function.Predicate;

/** Folds what was recorded after a profile, some events in memory at a time. */
final class Tail {
    private static final int READ_AT_ONCE = 500;

    private final EventHistory history;

    Tail(EventHistory history) {
        this.history = history;
    }

    /** Up to the end of the stream. */
    Profile foldedOnto(Profile profile, StreamId stream) {
        return foldedOnto(profile, stream, any -> true);
    }

    /** Up to the first event that is not wanted. */
    Profile foldedOnto(Profile profile, StreamId stream, Predicate<RecordedEvent> wanted) {
        Profile.Folder folder = null;
        List<RecordedEvent> read;
        do {
            long after = folder == null ? profile.sequence() : folder.sequence();
            read = history.after(stream, after, READ_AT_ONCE);
            for (RecordedEvent event : read) {
                if (!wanted.test(event)) {
                    return folder == null ? profile : folder.profile();
                }
                folder = folder == null ? profile.fold() : folder;
                folder.apply(event);
            }
        } while (read.size() == READ_AT_ONCE);
        return folder == null ? profile : folder.profile();
    }
}

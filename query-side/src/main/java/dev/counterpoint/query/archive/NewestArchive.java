package dev.counterpoint.query.archive;

import dev.counterpoint.domain.eventlog.ContinuedStreams;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredStreams;
import java.util.function.Consumer;

/** All streams, what is archived out of the newest archive that there is when a part is begun. The order is that of the store. */
public final class NewestArchive implements StoredStreams {
    private final Archives archives;
    private final StoredStreams stored;
    private final EventLog log;

    public NewestArchive(Archives archives, StoredStreams stored, EventLog log) {
        this.archives = archives;
        this.stored = stored;
        this.log = log;
    }

    @Override
    public int parts() {
        return stored.parts();
    }

    @Override
    public void forEach(int part, Consumer<StreamEnd> streams) {
        stored.forEach(part, streams);
    }

    /** @throws dev.counterpoint.domain.eventlog.DivergedCopyException if the archive is not one of this store */
    @Override
    public void walk(int part, Visitor visitor) {
        newest().walk(part, visitor);
    }

    private StoredStreams newest() {
        return archives.finished().stream()
                .filter(manifest -> manifest.parts().size() == stored.parts())
                .findFirst()
                .map(manifest -> (StoredStreams) new ContinuedStreams(archives.open(manifest), stored, log))
                .orElse(stored);
    }
}

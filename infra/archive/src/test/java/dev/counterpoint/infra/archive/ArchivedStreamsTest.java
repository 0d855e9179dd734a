package dev.counterpoint.infra.archive;

import dev.counterpoint.contracts.eventstore.StoredStreamsContract;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.StoredStreams;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ArchivedStreamsTest extends StoredStreamsContract {
    private final InMemoryEventLog log = new InMemoryEventLog();

    @TempDir
    private Path folder;

    @Override
    protected EventLog log() {
        return log;
    }

    @Override
    protected StoredStreams streams() {
        return new WrittenArchive(folder, log).open();
    }
}

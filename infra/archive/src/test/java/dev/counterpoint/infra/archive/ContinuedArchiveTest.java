package dev.counterpoint.infra.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.contracts.eventstore.StoredStreamsContract;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.ContinuedStreams;
import dev.counterpoint.domain.eventlog.DivergedCopyException;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store read together with an archive: as one that is made in the middle of the writing. */
class ContinuedArchiveTest extends StoredStreamsContract {
    private final InMemoryEventLog log = new InMemoryEventLog();

    @TempDir
    private Path folder;

    @Override
    protected EventLog log() {
        return log;
    }

    @Override
    protected StoredStreams streams() {
        return new ContinuedStreams(new WrittenArchive(folder, log).open(), log, log);
    }

    private static Map<StreamId, List<StoredEvent>> walked(StoredStreams streams) {
        Map<StreamId, List<StoredEvent>> walked = new HashMap<>();
        for (int part = 0; part < streams.parts(); part++) {
            streams.walk(part, (stream, events) -> walked.put(stream, List.copyOf(events)));
        }
        return walked;
    }

    @Test
    void what_was_written_after_the_archive_follows_what_is_in_it() {
        StreamId longer = Appends.freshStream();
        StreamId unmoved = Appends.freshStream();
        List<StoredEvent> ofLonger = new ArrayList<>(log.append(Appends.of(longer, -1, 7)));
        List<StoredEvent> ofUnmoved = log.append(Appends.of(unmoved, -1, 3));
        StoredStreams archived = new WrittenArchive(folder, log).open();
        ofLonger.addAll(log.append(Appends.of(longer, 6, 5)));
        StreamId later = Appends.freshStream();
        List<StoredEvent> ofLater = log.append(Appends.of(later, -1, 2));

        assertThat(walked(new ContinuedStreams(archived, log, log)))
                .isEqualTo(Map.of(longer, ofLonger, unmoved, ofUnmoved, later, ofLater));
    }

    @Test
    void events_that_are_in_the_archive_alone_are_read_too() {
        StreamId aged = Appends.freshStream();
        List<StoredEvent> all = new ArrayList<>(log.append(Appends.of(aged, -1, 6)));
        StoredStreams archived = new WrittenArchive(folder, log).open();
        all.addAll(log.append(Appends.of(aged, 5, 2)));
        log.purge(aged, 5);

        assertThat(walked(new ContinuedStreams(archived, log, log))).isEqualTo(Map.of(aged, all));
    }

    @Test
    void an_archive_of_a_longer_stream_is_refused() {
        StreamId cut = Appends.freshStream();
        List<StoredEvent> all = log.append(Appends.of(cut, -1, 6));
        StoredStreams archived = new WrittenArchive(folder, log).open();
        InMemoryEventLog restored = new InMemoryEventLog();
        restored.append(Appends.again(all.subList(0, 4)));

        assertThatThrownBy(() -> walked(new ContinuedStreams(archived, restored, restored)))
                .isInstanceOf(DivergedCopyException.class)
                .hasMessageContaining(cut.value());
    }

    @Test
    void an_archive_of_another_history_is_refused() {
        StreamId stream = Appends.freshStream();
        log.append(Appends.of(stream, -1, 3));
        StoredStreams archived = new WrittenArchive(folder, log).open();
        InMemoryEventLog other = new InMemoryEventLog();
        other.append(Appends.of(stream, -1, 5));

        assertThatThrownBy(() -> walked(new ContinuedStreams(archived, other, other)))
                .isInstanceOf(DivergedCopyException.class);
    }
}

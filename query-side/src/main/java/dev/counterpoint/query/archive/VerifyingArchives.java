package dev.counterpoint.query.archive;

import dev.counterpoint.domain.eventlog.ContinuedStreams;
import dev.counterpoint.domain.eventlog.DivergedCopyException;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredStreams;
import java.util.function.BiConsumer;

/** Reads archives again: whether their files are what was written, and the store goes on from there. Thread-safe. */
public final class VerifyingArchives {
    private final Archives archives;
    private final StoredStreams stored;
    private final EventLog log;

    public VerifyingArchives(Archives archives, StoredStreams stored, EventLog log) {
        this.archives = archives;
        this.stored = stored;
        this.log = log;
    }

    /**
     * @param faults told of the archive's id, and of what is wrong with it
     * @return how many there are
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if the store cannot be read now
     */
    public int verify(BiConsumer<String, String> faults) {
        int verified = 0;
        for (String id : archives.unreadable()) {
            faults.accept(id, "the manifest is missing, damaged or that of another archive");
            verified++;
        }
        for (ArchiveManifest manifest : archives.finished()) {
            boolean[] whole = {true};
            archives.verify(manifest, fault -> {
                whole[0] = false;
                faults.accept(manifest.id(), fault);
            });
            if (whole[0] && manifest.parts().size() == stored.parts()) {
                compareWithStore(manifest, faults);
            }
            verified++;
        }
        return verified;
    }

    private void compareWithStore(ArchiveManifest manifest, BiConsumer<String, String> faults) {
        StoredStreams all = new ContinuedStreams(archives.open(manifest), stored, log);
        for (int part = 0; part < all.parts(); part++) {
            try {
                all.walk(part, (stream, events) -> {});
            } catch (DivergedCopyException | UnreadableArchiveException diverged) {
                faults.accept(manifest.id(), String.valueOf(diverged.getMessage()));
            }
        }
    }
}

package dev.counterpoint.query.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the writing of an archive stands.
 *
 * @param percent of its parts
 * @param manifest where it is finished
 * @param failure why it stopped; what was written is kept, and the next start goes on with it
 */
public record ArchiveProgress(
        String id,
        Instant cut,
        int percent,
        long events,
        @Nullable ArchiveManifest manifest,
        @Nullable String failure) {

    static ArchiveProgress of(ArchiveManifest finished) {
        return new ArchiveProgress(finished.id(), finished.cut(), 100, finished.events(), finished, null);
    }

    public boolean isRunning() {
        return manifest == null && failure == null;
    }
}

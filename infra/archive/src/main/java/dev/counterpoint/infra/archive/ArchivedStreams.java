package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.query.archive.ArchiveManifest;
import dev.counterpoint.query.archive.UnreadableArchiveException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The streams of a finished archive, as they were at its cut. */
final class ArchivedStreams implements StoredStreams {
    private final Path folder;
    private final ArchiveManifest manifest;

    ArchivedStreams(Path folder, ArchiveManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    @Override
    public int parts() {
        return manifest.parts().size();
    }

    @Override
    public void forEach(int part, Consumer<StreamEnd> streams) {
        walk(
                part,
                (stream, events) -> streams.accept(
                        new StreamEnd(stream, events.get(events.size() - 1).sequence(), false)));
    }

    @Override
    public void walk(int part, Visitor visitor) {
        String file = manifest.parts().get(part).file();
        try {
            PartFile.walk(folder.resolve(file), visitor);
        } catch (IOException damaged) {
            throw new UnreadableArchiveException(manifest.id(), file, damaged);
        }
    }
}

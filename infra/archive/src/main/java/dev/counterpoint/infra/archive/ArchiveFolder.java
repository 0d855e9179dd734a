package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.eventlog.StreamCheck;
import dev.counterpoint.query.archive.ArchiveDraft;
import dev.counterpoint.query.archive.ArchiveManifest;
import dev.counterpoint.query.archive.ArchiveUnwritableException;
import dev.counterpoint.query.archive.ArchivedPart;
import dev.counterpoint.query.archive.Archives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Archives in a folder, each in a folder of its own: a manifest, and a Parquet file for each part of the store. */
public final class ArchiveFolder implements Archives {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveFolder.class);

    private final Path folder;

    /** @param folder made when something is written */
    public ArchiveFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<ArchiveManifest> finished() {
        return manifests().stream()
                .flatMap(manifest -> manifest.toManifest().stream())
                .sorted(Comparator.comparing(ArchiveManifest::finishedAt).reversed())
                .toList();
    }

    @Override
    public List<String> unreadable() {
        return folders().stream()
                .filter(each -> manifestOf(each).isEmpty())
                .map(each -> String.valueOf(each.getFileName()))
                .toList();
    }

    @Override
    public ArchiveDraft resumeOrBegin(String id, Instant cut, int parts) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.of(folder);
            try {
                return draft(id, cut, parts, lock);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new ArchiveUnwritableException(folder.toString(), failed);
        }
    }

    private FolderDraft draft(String id, Instant cut, int parts, FolderLock lock) throws IOException {
        for (ManifestFile manifest : manifests()) {
            if (!manifest.isFinished() && manifest.partCount() == parts) {
                return new FolderDraft(folder.resolve(manifest.id()), manifest, lock);
            }
        }
        Path fresh = Files.createDirectory(folder.resolve(id));
        ManifestFile began = ManifestFile.draft(id, cut, parts, List.of());
        began.write(fresh);
        return new FolderDraft(fresh, began, lock);
    }

    private List<ManifestFile> manifests() {
        return folders().stream().flatMap(each -> manifestOf(each).stream()).toList();
    }

    private static Optional<ManifestFile> manifestOf(Path archive) {
        try {
            return Optional.of(ManifestFile.read(archive));
        } catch (IOException unreadable) {
            LOG.warn("folder={} has no manifest that can be read, and is passed over", archive, unreadable);
            return Optional.empty();
        }
    }

    /** What has a manifest, or once had one. */
    private List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .filter(each -> Files.exists(each.resolve(ManifestFile.NAME))
                            || Files.exists(each.resolve(PartFile.name(0))))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public StoredStreams open(ArchiveManifest manifest) {
        return new ArchivedStreams(folder.resolve(manifest.id()), manifest);
    }

    @Override
    public void verify(ArchiveManifest manifest, Consumer<String> faults) {
        for (ArchivedPart part : manifest.parts()) {
            Path file = folder.resolve(manifest.id()).resolve(part.file());
            try {
                verify(file, part, manifest.cut(), faults);
            } catch (IOException | RuntimeException broken) {
                LOG.warn("file={} cannot be read", file, broken);
                faults.accept(part.file() + " cannot be read");
            }
        }
    }

    private static void verify(Path file, ArchivedPart part, Instant cut, Consumer<String> faults) throws IOException {
        if (!Files.exists(file)) {
            faults.accept(part.file() + " is missing");
            return;
        }
        if (!PartFile.checksum(file).equals(part.checksum()) || Files.size(file) != part.bytes()) {
            faults.accept(part.file() + " is not the file that was written");
            return;
        }
        PartFile.Heads heads = new PartFile.Heads();
        PartFile.walk(file, (stream, events) -> {
            heads.add(events);
            long fault = StreamCheck.firstFault(stream, events);
            if (fault >= 0) {
                faults.accept("event " + fault + " of stream " + stream + " in " + part.file()
                        + " is missing or not the one that was recorded");
            } else if (!events.get(events.size() - 1).recordedAt().isBefore(cut)) {
                faults.accept("stream " + stream + " in " + part.file() + " goes on after the cut");
            }
        });
        boolean isCounted = heads.count() == part.streams() && heads.events() == part.events();
        if (!isCounted || !heads.root().equals(part.root())) {
            faults.accept("the streams in " + part.file() + " are not those that the manifest tells of");
        }
    }
}

package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.query.archive.ArchiveDraft;
import dev.counterpoint.query.archive.ArchiveManifest;
import dev.counterpoint.query.archive.ArchivedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A draft in its folder: a manifest that is replaced after every part. */
final class FolderDraft implements ArchiveDraft {
    /** For {@code sha256sum -c}. */
    private static final String CHECKSUMS = "SHA256SUMS";

    private final Path folder;
    private final ManifestFile began;
    private final FolderLock lock;
    private final SortedMap<Integer, ArchivedPart> written = new TreeMap<>();

    FolderDraft(Path folder, ManifestFile began, FolderLock lock) {
        this.folder = folder;
        this.began = began;
        this.lock = lock;
        began.archived().forEach(part -> written.put(part.part(), part));
    }

    @Override
    public String id() {
        return began.id();
    }

    @Override
    public Instant cut() {
        return began.cut();
    }

    @Override
    public int parts() {
        return began.partCount();
    }

    @Override
    public void recheck() {
        List<ArchivedPart> damaged = began.archived().stream()
                .filter(part -> !PartFile.isWhole(folder, part))
                .toList();
        synchronized (this) {
            damaged.forEach(part -> written.remove(part.part()));
        }
    }

    @Override
    public synchronized long events() {
        return written.values().stream().mapToLong(ArchivedPart::events).sum();
    }

    @Override
    public synchronized SortedSet<Integer> missing() {
        SortedSet<Integer> missing = new TreeSet<>();
        IntStream.range(0, parts()).filter(part -> !written.containsKey(part)).forEach(missing::add);
        return missing;
    }

    @Override
    public ArchivedPart write(int part, Consumer<Consumer<List<StoredEvent>>> content) {
        try {
            ArchivedPart whole = PartFile.write(folder, part, content);
            note(whole);
            return whole;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized void note(ArchivedPart whole) throws IOException {
        written.put(whole.part(), whole);
        ManifestFile.draft(id(), cut(), parts(), List.copyOf(written.values())).write(folder);
    }

    @Override
    public synchronized ArchiveManifest finish(Instant at) {
        if (!missing().isEmpty()) {
            throw new IllegalStateException(
                    "archive " + id() + " has no part " + missing().first() + " yet");
        }
        ArchiveManifest manifest = new ArchiveManifest(id(), cut(), at, List.copyOf(written.values()));
        try {
            Files.writeString(folder.resolve(CHECKSUMS), checksums(manifest));
            ManifestFile.finished(manifest).write(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return manifest;
    }

    private static String checksums(ArchiveManifest manifest) {
        return manifest.parts().stream()
                .map(part -> part.checksum() + "  " + part.file() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        lock.close();
    }
}

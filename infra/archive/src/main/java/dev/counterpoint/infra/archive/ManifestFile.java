package dev.counterpoint.infra.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.query.archive.ArchiveManifest;
import dev.counterpoint.query.archive.ArchivedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of an archive, as JSON: while it is written, after every part, and when it is finished.
 *
 * @param format of this file and the others, 1
 * @param finishedAt absent while it is written
 * @param root hexadecimal, absent while it is written; see {@link ArchiveManifest#root()}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ManifestFile(
        int format,
        String id,
        Instant cut,
        int partCount,
        @Nullable Instant finishedAt,
        @Nullable String root,
        List<Part> parts) {
    static final String NAME = "manifest.json";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Hashes in hexadecimal. */
    record Part(int part, String file, long streams, long events, long bytes, String sha256, String root) {
        static Part of(ArchivedPart part) {
            return new Part(
                    part.part(),
                    part.file(),
                    part.streams(),
                    part.events(),
                    part.bytes(),
                    part.checksum().toString(),
                    part.root().toString());
        }

        ArchivedPart toPart() {
            return new ArchivedPart(part, file, streams, events, bytes, hash(sha256), hash(root));
        }

        private static Sha256 hash(String hex) {
            return new Sha256(HexFormat.of().parseHex(hex));
        }
    }

    static ManifestFile draft(String id, Instant cut, int partCount, List<ArchivedPart> parts) {
        return new ManifestFile(
                FORMAT,
                id,
                cut,
                partCount,
                null,
                null,
                parts.stream().map(Part::of).toList());
    }

    static ManifestFile finished(ArchiveManifest manifest) {
        return new ManifestFile(
                FORMAT,
                manifest.id(),
                manifest.cut(),
                manifest.parts().size(),
                manifest.finishedAt(),
                manifest.root().toString(),
                manifest.parts().stream().map(Part::of).toList());
    }

    /** Empty while it is written. */
    Optional<ArchiveManifest> toManifest() {
        return Optional.ofNullable(finishedAt).map(at -> new ArchiveManifest(id, cut, at, archived()));
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    /** Whether what it says can be true, of the archive in a folder. */
    private boolean fits(Path folder) {
        List<ArchivedPart> all = archived();
        for (int i = 0; i < all.size(); i++) {
            ArchivedPart part = all.get(i);
            boolean isInPlace = isFinished() ? part.part() == i : part.part() >= 0 && part.part() < partCount;
            if (!isInPlace || !part.file().equals(PartFile.name(part.part()))) {
                return false;
            }
        }
        boolean isWhole =
                !isFinished() || all.size() == partCount && rootIs(toManifest().orElseThrow());
        return id.equals(String.valueOf(folder.getFileName())) && isWhole;
    }

    private boolean rootIs(ArchiveManifest manifest) {
        return manifest.root().toString().equals(root);
    }

    List<ArchivedPart> archived() {
        return parts.stream().map(Part::toPart).toList();
    }

    /** @throws IOException if there is none, or it is of another format or another archive */
    static ManifestFile read(Path folder) throws IOException {
        ManifestFile read;
        try {
            read = JSON.readValue(Files.readAllBytes(folder.resolve(NAME)), ManifestFile.class);
        } catch (JacksonException broken) {
            throw new IOException(folder.resolve(NAME) + " is not a manifest", broken);
        }
        if (read.format() != FORMAT) {
            throw new IOException(folder.resolve(NAME) + " is of format " + read.format() + ", not " + FORMAT);
        }
        try {
            if (!read.fits(folder)) {
                throw new IOException(folder.resolve(NAME) + " is not the manifest of what is there");
            }
        } catch (IllegalArgumentException | NullPointerException broken) {
            throw new IOException(folder.resolve(NAME) + " has values that are none", broken);
        }
        return read;
    }

    /** Replaces the file at once: it is never seen half written, also after a crash. */
    void write(Path folder) throws IOException {
        WholeFile.write(folder.resolve(NAME), JSON.writeValueAsBytes(this));
    }
}

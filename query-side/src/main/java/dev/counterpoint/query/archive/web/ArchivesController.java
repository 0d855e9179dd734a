package dev.counterpoint.query.archive.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.archive.ArchiveInUseException;
import dev.counterpoint.query.archive.ArchiveManifest;
import dev.counterpoint.query.archive.ArchiveProgress;
import dev.counterpoint.query.archive.ArchiveUnwritableException;
import dev.counterpoint.query.archive.ArchivedPart;
import dev.counterpoint.query.archive.Archivings;
import dev.counterpoint.query.web.PageOfList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Copies of all events outside the store. */
@RestController
@Tag(name = "System")
@RolesAllowed("operator")
public class ArchivesController {
    private final Archivings archivings;

    public ArchivesController(Archivings archivings) {
        this.archivings = archivings;
    }

    /**
     * How an archive stands.
     *
     * @param state {@code running}, {@code finished}, or {@code failed}: the next start goes on with it
     * @param cut events that were recorded then or later are not in it
     * @param root Merkle root over the roots of the files; absent until it is finished
     * @param files absent until it is finished
     * @param detail why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArchiveAnswer(
            String archiveId,
            String state,
            int percent,
            Instant cut,
            @Nullable Instant finishedAt,
            @Nullable Long streams,
            long events,
            @Nullable Long bytes,
            @Nullable String root,
            @Nullable List<FileForm> files,
            @Nullable String detail) {

        static ArchiveAnswer of(ArchiveProgress progress) {
            ArchiveManifest manifest = progress.manifest();
            return new ArchiveAnswer(
                    progress.id(),
                    stateOf(progress),
                    progress.percent(),
                    progress.cut(),
                    manifest == null ? null : manifest.finishedAt(),
                    manifest == null ? null : Long.valueOf(manifest.streams()),
                    progress.events(),
                    manifest == null ? null : Long.valueOf(manifest.bytes()),
                    manifest == null ? null : manifest.root().toString(),
                    manifest == null
                            ? null
                            : manifest.parts().stream().map(FileForm::of).toList(),
                    progress.failure());
        }

        private static String stateOf(ArchiveProgress progress) {
            if (progress.failure() != null) {
                return "failed";
            }
            return progress.isRunning() ? "running" : "finished";
        }
    }

    /**
     * A file of an archive.
     *
     * @param sha256 of the file
     * @param root Merkle root over the heads of its streams
     */
    record FileForm(String file, long streams, long events, long bytes, String sha256, String root) {
        static FileForm of(ArchivedPart part) {
            return new FileForm(
                    part.file(),
                    part.streams(),
                    part.events(),
                    part.bytes(),
                    part.checksum().toString(),
                    part.root().toString());
        }
    }

    @PostMapping(path = "/v1/archives", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Copy all events to Parquet files, go on with a copy that was not finished, or join the one that runs",
            responses =
                    @ApiResponse(responseCode = "202", description = "it is being written", useReturnTypeSchema = true))
    ResponseEntity<ArchiveAnswer> start() {
        ArchiveProgress progress = started();
        return ResponseEntity.accepted()
                .location(URI.create("/v1/archives/" + progress.id()))
                .body(ArchiveAnswer.of(progress));
    }

    private ArchiveProgress started() {
        try {
            return archivings.start();
        } catch (ArchiveInUseException elsewhere) {
            throw RequestRefusedException.of(
                    Reason.ARCHIVE_IN_USE, "another process is writing an archive to the same folder");
        } catch (ArchiveUnwritableException unwritable) {
            throw RequestRefusedException.of(
                    Reason.ARCHIVE_UNWRITABLE, "the folder for archives of this process cannot be written to");
        }
    }

    @GetMapping(path = "/v1/archives", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The archives there are, newest first")
    PageOfList<ArchiveAnswer> archives() {
        return new PageOfList<>(archivings.all().stream().map(ArchiveAnswer::of).toList(), null);
    }

    @GetMapping(path = "/v1/archives/{archiveId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How an archive stands, and what it has")
    ArchiveAnswer archive(@PathVariable String archiveId) {
        return archivings
                .find(archiveId)
                .map(ArchiveAnswer::of)
                .orElseThrow(() ->
                        RequestRefusedException.of(Reason.NO_SUCH_ARCHIVE, "this process knows of no such archive"));
    }
}

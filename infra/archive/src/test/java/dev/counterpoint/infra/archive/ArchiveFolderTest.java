package dev.counterpoint.infra.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.query.archive.ArchiveDraft;
import dev.counterpoint.query.archive.ArchiveInUseException;
import dev.counterpoint.query.archive.ArchivedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFolderTest {
    private static final Instant CUT = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    private Path folder;

    private final InMemoryEventLog log = new InMemoryEventLog();

    @BeforeEach
    void someStreams() {
        for (int i = 0; i < 30; i++) {
            log.append(Appends.of(Appends.freshStream(), -1, 1 + i));
        }
    }

    private List<String> faultsOf(WrittenArchive archive) {
        List<String> faults = new ArrayList<>();
        archive.archives().verify(archive.manifest(), faults::add);
        return faults;
    }

    private Path fileOf(WrittenArchive archive, int part) {
        return folder.resolve("archive-1")
                .resolve(archive.manifest().parts().get(part).file());
    }

    @Test
    void a_finished_archive_is_found_again_as_it_was_written() {
        WrittenArchive archive = new WrittenArchive(folder, log);

        assertThat(new ArchiveFolder(folder).finished()).containsExactly(archive.manifest());
        assertThat(archive.manifest().streams()).isEqualTo(30);
        assertThat(archive.manifest().events()).isEqualTo(465);
        assertThat(faultsOf(archive)).isEmpty();
    }

    @Test
    void a_draft_goes_on_after_the_parts_that_were_written() {
        ArchiveFolder archives = new ArchiveFolder(folder);
        ArchivedPart first;
        try (ArchiveDraft draft = archives.resumeOrBegin("one", CUT, 4)) {
            first = draft.write(1, sink -> log.walk(1, (stream, events) -> sink.accept(events)));
        }

        try (ArchiveDraft again = new ArchiveFolder(folder).resumeOrBegin("two", CUT.plusSeconds(60), 4)) {
            assertThat(again.id()).isEqualTo("one");
            assertThat(again.cut()).isEqualTo(CUT);
            assertThat(again.missing()).containsExactly(0, 2, 3);
            assertThatThrownBy(() -> again.finish(CUT)).hasMessageContaining("no part 0");
            for (int part : again.missing()) {
                again.write(part, sink -> {});
            }
            assertThat(again.finish(CUT).parts()).contains(first);
        }
    }

    @Test
    void a_part_that_failed_leaves_nothing() throws IOException {
        try (ArchiveDraft draft = new ArchiveFolder(folder).resumeOrBegin("one", CUT, 4)) {
            assertThatThrownBy(() -> draft.write(0, sink -> {
                        log.walk(0, (stream, events) -> sink.accept(events));
                        throw new IllegalStateException("the store went away");
                    }))
                    .hasMessage("the store went away");

            assertThat(draft.missing()).containsExactly(0, 1, 2, 3);
            try (var files = Files.list(folder.resolve("one"))) {
                assertThat(files.map(file -> String.valueOf(file.getFileName())).toList())
                        .containsExactly(ManifestFile.NAME);
            }
        }
    }

    @Test
    void two_do_not_write_to_the_same_folder() {
        try (ArchiveDraft draft = new ArchiveFolder(folder).resumeOrBegin("one", CUT, 4)) {
            assertThat(draft.id()).isEqualTo("one");
            assertThatThrownBy(() -> new ArchiveFolder(folder).resumeOrBegin("two", CUT, 4))
                    .isInstanceOf(ArchiveInUseException.class);
        }
        new ArchiveFolder(folder).resumeOrBegin("two", CUT, 4).close();
    }

    @Test
    void one_flipped_byte_is_named() throws IOException {
        WrittenArchive archive = new WrittenArchive(folder, log);
        Path file = fileOf(archive, 2);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(faultsOf(archive)).isNotEmpty().allMatch(fault -> fault.contains("part-002.parquet"));
    }

    @Test
    void a_missing_file_and_swapped_files_are_named() throws IOException {
        WrittenArchive archive = new WrittenArchive(folder, log);
        Files.copy(fileOf(archive, 1), fileOf(archive, 3), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(fileOf(archive, 0));

        assertThat(faultsOf(archive))
                .containsExactly(
                        "part-000.parquet is missing",
                        "part-003.parquet is not the file that was written",
                        "the streams in part-003.parquet do not end where they did");
    }

    @Test
    void a_folder_that_is_no_archive_is_passed_over() throws IOException {
        Files.createDirectories(folder.resolve("holiday"));
        Files.writeString(Files.createDirectories(folder.resolve("torn")).resolve(ManifestFile.NAME), "{");

        assertThat(new ArchiveFolder(folder).finished()).isEmpty();
    }
}

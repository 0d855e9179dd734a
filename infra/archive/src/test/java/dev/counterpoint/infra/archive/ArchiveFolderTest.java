package dev.counterpoint.infra.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.query.archive.ArchiveDraft;
import dev.counterpoint.query.archive.ArchiveInUseException;
import dev.counterpoint.query.archive.ArchiveUnwritableException;
import dev.counterpoint.query.archive.ArchivedPart;
import dev.counterpoint.query.archive.UnreadableArchiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                .containsExactly("part-000.parquet is missing", "part-003.parquet is not the file that was written");
    }

    private void changeManifest(String from, String to) throws IOException {
        Path manifest = folder.resolve("archive-1").resolve(ManifestFile.NAME);
        String before = Files.readString(manifest);
        assertThat(before).contains(from);
        Files.writeString(manifest, before.replace(from, to));
    }

    private List<String> faultsAsRead() {
        ArchiveFolder archives = new ArchiveFolder(folder);
        List<String> faults = new ArrayList<>(archives.unreadable());
        archives.finished().forEach(manifest -> archives.verify(manifest, faults::add));
        return faults;
    }

    @Test
    void a_manifest_that_was_changed_anywhere_is_noticed() throws IOException {
        WrittenArchive archive = new WrittenArchive(folder, log);
        String manifest = Files.readString(folder.resolve("archive-1").resolve(ManifestFile.NAME));
        String root = archive.manifest().root().toString();
        ArchivedPart part = archive.manifest().parts().get(1);
        for (var change : Map.of(
                        root,
                        "0".repeat(64),
                        part.root().toString(),
                        "1".repeat(64),
                        part.checksum().toString(),
                        "zz",
                        "\"events\" : " + part.events(),
                        "\"events\" : " + (part.events() + 1000),
                        "\"bytes\" : " + part.bytes(),
                        "\"bytes\" : 1",
                        "\"partCount\" : 4",
                        "\"partCount\" : 3",
                        "2100-01-01T00:00:00Z",
                        "2020-01-01T00:00:00Z",
                        "\"id\" : \"archive-1\"",
                        "\"id\" : \"archive-2\"",
                        "part-001.parquet",
                        "../archive-1/part-001.parquet")
                .entrySet()) {
            changeManifest(change.getKey(), change.getValue());

            assertThat(faultsAsRead()).as(change.toString()).isNotEmpty();
            Files.writeString(folder.resolve("archive-1").resolve(ManifestFile.NAME), manifest);
        }
        assertThat(faultsAsRead()).isEmpty();
    }

    @Test
    void a_manifest_that_is_gone_is_noticed() throws IOException {
        new WrittenArchive(folder, log);
        Files.delete(folder.resolve("archive-1").resolve(ManifestFile.NAME));

        assertThat(faultsAsRead()).containsExactly("archive-1");
    }

    @Test
    void a_draft_writes_again_what_is_not_whole_any_more() throws IOException {
        ArchiveFolder archives = new ArchiveFolder(folder);
        try (ArchiveDraft draft = archives.resumeOrBegin("one", CUT, 4)) {
            for (int part = 0; part < 3; part++) {
                int each = part;
                draft.write(part, sink -> log.walk(each, (stream, events) -> sink.accept(events)));
            }
        }
        Files.delete(folder.resolve("one").resolve(PartFile.name(0)));
        Files.writeString(folder.resolve("one").resolve(PartFile.name(2)), "junk");

        try (ArchiveDraft again = archives.resumeOrBegin("two", CUT, 4)) {
            again.recheck();
            assertThat(again.missing()).containsExactly(0, 2, 3);
        }
    }

    @Test
    void a_damaged_file_is_an_unreadable_archive_to_whoever_walks() throws IOException {
        WrittenArchive archive = new WrittenArchive(folder, log);
        Files.writeString(fileOf(archive, 1), "junk");

        assertThatThrownBy(() -> archive.open().walk(1, (stream, events) -> {}))
                .isInstanceOf(UnreadableArchiveException.class)
                .hasMessage("archive archive-1 cannot be read: part-001.parquet is missing or damaged");
    }

    @Test
    void a_folder_that_cannot_be_written_is_said_to_be_one() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new ArchiveFolder(file).resumeOrBegin("one", CUT, 4))
                .isInstanceOf(ArchiveUnwritableException.class);
    }

    @Test
    void the_checksums_are_there_for_whoever_has_only_a_shell() throws IOException {
        WrittenArchive archive = new WrittenArchive(folder, log);

        assertThat(Files.readAllLines(folder.resolve("archive-1").resolve("SHA256SUMS")))
                .hasSize(4)
                .contains(archive.manifest().parts().get(2).checksum() + "  part-002.parquet");
    }

    @Test
    void a_folder_that_is_no_archive_is_passed_over() throws IOException {
        Files.createDirectories(folder.resolve("holiday"));
        Files.writeString(Files.createDirectories(folder.resolve("torn")).resolve(ManifestFile.NAME), "{");

        assertThat(new ArchiveFolder(folder).finished()).isEmpty();
        assertThat(new ArchiveFolder(folder).unreadable()).containsExactly("torn");
    }
}

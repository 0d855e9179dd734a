package dev.counterpoint.infra.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJournalTest {
    private static final Instant FIRST = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Instant LATER = Instant.parse("2026-05-02T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void now_isThatOfTheFirstRun() {
        try (ImportJournal first = open(FIRST)) {
            assertThat(first.now()).isEqualTo(FIRST);
        }
        try (ImportJournal second = open(LATER)) {
            assertThat(second.now()).isEqualTo(FIRST);
        }
    }

    @Test
    void whatWasRecorded_isThereForTheNextRun() {
        Tally cards = new Tally(10, 7, 2, 1);
        try (ImportJournal journal = open(FIRST)) {
            journal.record(5, Map.of("cards", new Tally(5, 5, 0, 0)));
            journal.record(9, Map.of("cards", cards));
            journal.record(9, Map.of("plays", Tally.NONE));
        }
        try (ImportJournal journal = open(LATER)) {
            assertThat(journal.tally("cards")).isEqualTo(cards);
            assertThat(journal.tally("plays")).isEqualTo(Tally.NONE);
            assertThat(journal.tally("never")).isEqualTo(Tally.NONE);
            assertThat(journal.lines()).isEqualTo(9);
        }
    }

    @Test
    void aWriteThatBrokeOff_changesNothing() throws IOException {
        try (ImportJournal journal = open(FIRST)) {
            journal.record(9, Map.of());
        }
        Files.writeString(folder.resolve("made-up.json.new"), "{\"now\":");

        try (ImportJournal journal = open(LATER)) {
            assertThat(journal.lines()).isEqualTo(9);
        }
    }

    @Test
    void aDamagedJournal_isNotTakenForANewOne() throws IOException {
        Files.writeString(folder.resolve("made-up.json"), "{\"now\":");

        assertThatThrownBy(() -> open(LATER))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageEndingWith("made-up.json, cannot be kept: it is damaged.");
    }

    @Test
    void anotherImportOfTheSameFile_isRefused() {
        try (ImportJournal first = open(FIRST)) {
            assertThat(first.lines()).isZero();
            assertThatThrownBy(() -> open(LATER))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageEndingWith("cannot be kept: another process is importing this file.");
        }
    }

    private ImportJournal open(Instant now) {
        return ImportJournal.open(folder, "made-up", now);
    }
}

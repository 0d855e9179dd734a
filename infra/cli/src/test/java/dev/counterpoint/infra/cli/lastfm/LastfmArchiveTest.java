package dev.counterpoint.infra.cli.lastfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.testing.MadeUpLastfm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastfmArchiveTest {
    private static final String TAGGINGS = "user_taggedartists.dat";
    private static final String TAGGINGS_HEAD = "userID\tartistID\ttagID\tday\tmonth\tyear";

    @TempDir
    private Path folder;

    @Test
    void cards_areAllArtists_withTheirTagsAndTheDayTheyWereFirstTagged() {
        assertThat(read(new MadeUpLastfm()).cards())
                .containsExactly(
                        card(1, "Nina", List.of("soul", "jazz"), "2008-05-01T00:00:00Z"),
                        card(2, "Miles", List.of(), "2008-05-01T00:00:00Z"),
                        card(3, "José", List.of(), "2008-05-01T00:00:00Z"));
    }

    @Test
    void cards_whereNothingWasTagged_areOfTheEpoch() {
        LastfmData data = read(new MadeUpLastfm().rows(TAGGINGS, TAGGINGS_HEAD));

        assertThat(data.cards()).extracting(CardLine::publishedAt).containsOnly(Instant.EPOCH);
    }

    @Test
    void tags_inWesternLetters_areRead() {
        MadeUpLastfm archive = new MadeUpLastfm()
                .rows(StandardCharsets.ISO_8859_1, "tags.dat", "tagID\ttagValue", "1\tTropicália", "2\tEspañol");

        assertThat(read(archive).cards().get(0).tags()).containsExactly("español", "tropicália");
    }

    @Test
    void tags_thatDifferInCaseOnly_areOne_andCountAListenerOnce() {
        MadeUpLastfm archive = new MadeUpLastfm()
                .rows("tags.dat", "tagID\ttagValue", "1\tJazz", "2\tjazz", "3\tblues")
                .rows(
                        TAGGINGS,
                        TAGGINGS_HEAD,
                        "2\t1\t1\t1\t4\t2009",
                        "2\t1\t2\t1\t5\t2009",
                        "2\t1\t3\t1\t4\t2009",
                        "7\t1\t3\t1\t4\t2009");

        assertThat(read(archive).cards().get(0).tags()).containsExactly("blues", "jazz");
    }

    @Test
    void listeners_areThoseWhoPlayed() {
        assertThat(read(new MadeUpLastfm()).listeners()).containsExactly("2", "7");
    }

    @Test
    void leftOut_namesWhatCannotBeUsed() {
        MadeUpLastfm archive = new MadeUpLastfm()
                .rows(
                        TAGGINGS,
                        TAGGINGS_HEAD,
                        "2\t1\t1\t1\t6\t1956",
                        "2\t1\t1\t31\t12\t1979",
                        "2\t1\t1\t1\t1\t1980",
                        "2\t8\t1\t1\t6\t2009",
                        "7\t8\t1\t1\t6\t2009",
                        "7\t9\t1\t1\t6\t2009",
                        "7\t1\t77\t1\t6\t2009")
                .rows("user_artists.dat", "userID\tartistID\tweight", "2\t1\t5", "2\t99\t5");

        LastfmData data = read(archive);

        assertThat(data.leftOut())
                .containsEntry("tagRowsDatedBefore1980", 2)
                .containsEntry("unknownTaggedArtists", 2)
                .containsEntry("tagRowsOfUnknownArtists", 3)
                .containsEntry("tagRowsOfUnknownTags", 1)
                .containsEntry("playRowsOfUnknownArtists", 1);
        assertThat(data.playCount()).isEqualTo(PlaySchedule.plays(5));
        assertThat(data.cards().get(0).publishedAt()).isEqualTo(Instant.parse("1980-01-01T00:00:00Z"));
    }

    @Test
    void playCount_isTheNumberOfPlays() {
        LastfmData data = read(new MadeUpLastfm());

        assertThat(data.plays(Instant.EPOCH)).toIterable().hasSize(5 + 1 + 10);
        assertThat(data.playCount()).isEqualTo(16);
    }

    @Test
    void linesOfWindows_andAMissingLastLineEnd_areRead() {
        MadeUpLastfm archive = new MadeUpLastfm()
                .rows("artists.dat", "id\tname\r", "1\tNina\r", "2\tMiles\r", "3\tJosé\r")
                .rows("tags.dat", "tagID\ttagValue\r", "1\tjazz\r", "2\tsoul\r");

        assertThat(read(archive).cards()).extracting(CardLine::title).containsExactly("Nina", "Miles", "José");
    }

    @ParameterizedTest
    @ValueSource(strings = {"artists.dat", "tags.dat", "user_artists.dat", TAGGINGS})
    void aMissingTable_isNamed(String table) {
        assertThatThrownBy(() -> read(new MadeUpLastfm().without(table)))
                .hasMessageContaining("has no " + table + ": is it the HetRec 2011 Last.fm archive?")
                .asInstanceOf(InstanceOfAssertFactories.type(CommandFailedException.class))
                .extracting(CommandFailedException::exit)
                .isEqualTo(Exit.BROKEN_INPUT);
    }

    @ParameterizedTest
    @CsvSource({
        "artists.dat, 1, artists.dat line 2: has 1 columns where 2 are expected",
        "artists.dat, x|Nina, artists.dat line 2: column 1 is \"x\" where a whole number from 1 is expected",
        "artists.dat, 1| , artists.dat line 2: column 2 is empty",
        "user_artists.dat, 2|1|0, user_artists.dat line 2: column 3 is \"0\" where a whole number from 1 is expected",
        "user_artists.dat, 2|1|99999999999, user_artists.dat line 2: column 3 is \"99999999999\" where a whole number from 1 is expected",
        "user_taggedartists.dat, 2|1|1|31|2|2009, user_taggedartists.dat line 2: there is no such day"
    })
    void aBrokenLine_isNamed(String table, String row, String said) {
        MadeUpLastfm archive = new MadeUpLastfm().rows(table, "head", row.replace('|', '\t'));

        assertThatThrownBy(() -> read(archive))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(said.replace(" line", ", line") + ". Nothing was imported.");
    }

    @Test
    void artists_thatAreNotUtf8_areRefused() {
        MadeUpLastfm archive =
                new MadeUpLastfm().rows(StandardCharsets.ISO_8859_1, "artists.dat", "id\tname", "1\tNina", "3\tJosé");

        assertThatThrownBy(() -> read(archive))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("artists.dat, line")
                .hasMessageContaining("is not text in UTF-8");
    }

    @Test
    void anArchiveThatBreaksOff_isRefused_whereverItDoes() throws IOException {
        byte[] whole = new MadeUpLastfm().bytes();
        for (int length = 0; length < whole.length; length += 7) {
            Path file = Files.write(folder.resolve("broken.tar.gz"), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> LastfmArchive.read(file))
                    .as("the first %d of %d bytes", length, whole.length)
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageEndingWith("Nothing was imported.");
        }
    }

    @Test
    void aWrongCheckSum_isRefused() throws IOException {
        byte[] whole = new MadeUpLastfm().bytes();
        whole[whole.length - 6] ^= 1;
        Path file = Files.write(folder.resolve("broken.tar.gz"), whole);

        assertThatThrownBy(() -> LastfmArchive.read(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("is not a whole tar.gz archive: ");
    }

    @Test
    void whatIsNoArchive_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "just text");

        assertThatThrownBy(() -> LastfmArchive.read(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("is not a whole tar.gz archive: ");
    }

    @Test
    void noFile_isNamed() {
        Path absent = folder.resolve("absent.tar.gz");

        assertThatThrownBy(() -> LastfmArchive.read(absent))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(absent + " cannot be read: there is no such file. Nothing was imported.");
    }

    private LastfmData read(MadeUpLastfm archive) {
        return LastfmArchive.read(archive.writtenTo(folder.resolve("archive.tar.gz")));
    }

    private static CardLine card(int id, String name, List<String> tags, String publishedAt) {
        return new CardLine("lastfm-artist-" + id, "artist", name, List.of(name), tags, Instant.parse(publishedAt));
    }
}

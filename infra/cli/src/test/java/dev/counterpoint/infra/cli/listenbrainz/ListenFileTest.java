package dev.counterpoint.infra.cli.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.testing.Listens;
import dev.counterpoint.infra.cli.testing.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenFileTest {
    private static final int COUNT = 200;

    @TempDir
    private Path folder;

    @Test
    void aPlainFile_isReadLineByLine() throws IOException {
        assertThat(recordings(text().getBytes(StandardCharsets.UTF_8))).isEqualTo(all());
        assertThat(isPacked(text().getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void aPackedFile_isUnpacked_whateverItIsCalled() throws IOException {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);

        assertThat(recordings(Packed.gzip(text))).isEqualTo(all());
        assertThat(recordings(Packed.zstd(text))).isEqualTo(all());
        assertThat(isPacked(Packed.gzip(text))).isTrue();
    }

    @Test
    void anArchive_hasTheListensOfAllItsMembers_andNothingElse() throws IOException {
        byte[] archive = Packed.tar(dump());

        assertThat(recordings(archive)).isEqualTo(all());
        assertThat(recordings(Packed.gzip(archive))).isEqualTo(all());
        assertThat(recordings(Packed.zstd(archive))).isEqualTo(all());
    }

    @Test
    void numbers_countBlankLinesToo() throws IOException {
        ListenFile file = open("\n  \r\n{}\n\n{}".getBytes(StandardCharsets.UTF_8));

        assertThat(file.next().map(ListenLine::number)).contains(3L);
        assertThat(file.next().map(ListenLine::number)).contains(5L);
        assertThat(file.next()).isEmpty();
        assertThat(file.next()).isEmpty();
    }

    @Test
    void aLineThatIsTooLong_isBroken_andTheNextOneIsRead() throws IOException {
        ListenFile file =
                open((" ".repeat(2 << 20) + "\n" + Listens.listen("u", 10, 1)).getBytes(StandardCharsets.UTF_8));
        ListenParser parser = new ListenParser(Instant.now());

        ListenLine first = file.next().orElseThrow();
        assertThatThrownBy(() -> first.parse(parser)).hasMessage("is longer than 1 MiB");
        assertThat(file.next().map(ListenLine::number)).contains(2L);
    }

    @Test
    void aPackedFileThatBreaksOff_isRefused() throws IOException {
        for (byte[] whole : List.of(
                Packed.gzip(text().getBytes(StandardCharsets.UTF_8)),
                Packed.zstd(text().getBytes(StandardCharsets.UTF_8)),
                Packed.gzip(Packed.tar(dump())))) {
            byte[] half = Arrays.copyOf(whole, whole.length / 2);

            assertThatThrownBy(() -> recordings(half))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void aWrongCheckSum_isRefused_thoughAllLinesCame() throws IOException {
        byte[] packed = Packed.gzip(Packed.tar(dump()));
        packed[packed.length - 6] ^= 1;

        assertThatThrownBy(() -> recordings(packed))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("cannot be read after line " + COUNT);
    }

    @Test
    void position_endsAtTheSize() throws IOException {
        ListenFile file = open(text().getBytes(StandardCharsets.UTF_8));
        while (file.next().isPresent()) {
            assertThat(file.position()).isPositive().isLessThanOrEqualTo(file.size());
        }
        assertThat(file.position()).isEqualTo(file.size());
    }

    @Test
    void xz_isNamed() {
        assertThatThrownBy(() -> open(new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0}))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageEndingWith("cannot be read: it is packed with xz, unpack it first.");
    }

    @Test
    void noFile_andAFolder_areNamed() {
        assertThatThrownBy(() -> ListenFile.open(folder.resolve("absent")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageEndingWith("absent cannot be read: there is no such file.");
        assertThatThrownBy(() -> ListenFile.open(folder))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(folder + " is a folder, not a file of listens.");
    }

    private List<String> recordings(byte[] bytes) throws IOException {
        ListenParser parser = new ListenParser(Instant.now());
        List<String> recordings = new ArrayList<>();
        try (ListenFile file = open(bytes)) {
            for (Optional<ListenLine> line = file.next(); line.isPresent(); line = file.next()) {
                recordings.add(line.get().parse(parser).card().cardId());
            }
        } catch (BrokenListenException broken) {
            recordings.add(broken.getMessage());
        }
        return recordings;
    }

    private boolean isPacked(byte[] bytes) throws IOException {
        try (ListenFile file = open(bytes)) {
            return file.isPacked();
        }
    }

    private ListenFile open(byte[] bytes) throws IOException {
        return ListenFile.open(Files.write(folder.resolve("listens.data"), bytes));
    }

    private static List<String> all() {
        return IntStream.range(0, COUNT).mapToObj(Listens::cardId).toList();
    }

    private static String text() {
        return lines(0, COUNT);
    }

    private static Map<String, String> dump() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("dump/COPYING", "A licence\n");
        members.put("dump/listens/2005/1.listens", lines(0, COUNT / 2));
        members.put("dump/SCHEMA_SEQUENCE", "1\n");
        members.put("dump/listens/2005/2.listens", lines(COUNT / 2, COUNT));
        return members;
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Listens.listen("user-" + i % 7, 1_000 + i, i))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

package dev.counterpoint.infra.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.benchmarks.faults.MadeUpArchive;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastfmSourceTest {

    @Test
    void a_count_of_plays_is_worth_the_rounded_logarithm(@TempDir Path folder) {
        Path archive = new MadeUpArchive()
                .artist(1)
                .artist(2)
                .artist(3)
                .plays(7, 1, 1)
                .plays(7, 2, 99)
                .plays(9, 3, 13_883)
                .writtenTo(folder.resolve("made-up.tar.gz"));

        LastfmSource source = LastfmSource.of(archive);

        assertThat(source.cards()).containsExactly("lastfm-artist-1", "lastfm-artist-2", "lastfm-artist-3");
        assertThat(source.plays())
                .isEqualTo(Map.of(
                        "7", Map.of("lastfm-artist-1", 1, "lastfm-artist-2", 5), "9", Map.of("lastfm-artist-3", 10)));
        assertThat(source.interactions()).isEqualTo(16);
    }
}

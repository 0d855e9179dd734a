package dev.counterpoint.infra.cli.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.platform.PlayLine;
import dev.counterpoint.infra.cli.testing.PublicData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A hundred real listens. */
class ListenbrainzSampleTest {

    @Test
    void allListens_areRead() throws BrokenListenException {
        ListenParser parser = new ListenParser(Instant.parse("2026-01-01T00:00:00Z"));
        List<Listen> listens = new ArrayList<>();
        try (ListenFile file = ListenFile.open(PublicData.file("listenbrainz/listens-sample.jsonl"))) {
            for (Optional<ListenLine> line = file.next(); line.isPresent(); line = file.next()) {
                listens.add(line.get().parse(parser));
            }
        }

        assertThat(listens).hasSize(100);
        assertThat(listens.stream().map(listen -> listen.card().cardId()).distinct())
                .hasSize(99)
                .allMatch(id -> id.startsWith("lb-msid-"));
        assertThat(listens.stream().map(Listen::play).map(PlayLine::listenerId).distinct())
                .hasSize(98)
                .allMatch(id -> id.startsWith("u-"));
        assertThat(listens)
                .extracting(Listen::at)
                .allSatisfy(at -> assertThat(at)
                        .isBetween(Instant.ofEpochSecond(1_704_067_200), Instant.ofEpochSecond(1_704_067_234)));
        assertThat(listens.get(0).card().creators()).hasSize(5).contains("Louis Pergaud");
    }
}

package dev.counterpoint.infra.cli.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.platform.PlayLine;
import dev.counterpoint.infra.cli.testing.PublicData;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The data set itself, as it was published in 2011. */
class LastfmRealDataTest {

    @Test
    void counts_areThoseOfTheDataSet() {
        LastfmData data = read();

        assertThat(data.cards()).hasSize(17_632);
        assertThat(data.listeners()).hasSize(1_892).doesNotHaveDuplicates();
        assertThat(data.playCount()).isEqualTo(509_167);
        assertThat(data.leftOut())
                .containsEntry("tagRowsDatedBefore1980", 5)
                .containsEntry("unknownTaggedArtists", 390)
                .containsEntry("tagRowsOfUnknownArtists", 1_538)
                .containsEntry("tagRowsOfUnknownTags", 0)
                .containsEntry("playRowsOfUnknownArtists", 0);
    }

    @Test
    void plays_areAsManyAsWereCounted_andDistinct() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Iterator<PlayLine> plays = read().plays(now);
        Set<String> ids = new HashSet<>();
        Set<String> listeners = new HashSet<>();
        while (plays.hasNext()) {
            PlayLine play = plays.next();
            ids.add(play.listenerId() + "/" + play.interactionId());
            listeners.add(play.listenerId());
        }

        assertThat(ids).hasSize(509_167);
        assertThat(listeners).hasSize(1_892);
    }

    @Test
    void tags_areThoseOfTheArtist_theMostGivenFirst() {
        List<CardLine> cards = read().cards();

        assertThat(tagsOf("Radiohead", cards))
                .hasSize(154)
                .startsWith("alternative", "rock", "alternative rock", "indie");
        // The third and the fourth were given by forty listeners each.
        assertThat(tagsOf("Björk", cards))
                .hasSize(132)
                .startsWith("electronic", "alternative", "experimental", "female vocalists", "icelandic");
        assertThat(cards)
                .allMatch(card ->
                        card.tags().stream().distinct().count() == card.tags().size());
        assertThat(cards.stream().flatMap(card -> card.tags().stream()))
                .contains("tropicália", "español", "rock français");
    }

    private static List<String> tagsOf(String artist, List<CardLine> cards) {
        return cards.stream()
                .filter(card -> card.title().equals(artist))
                .findFirst()
                .orElseThrow()
                .tags();
    }

    private static LastfmData read() {
        return LastfmArchive.read(PublicData.file("lastfm-2k/hetrec2011-lastfm-2k.tar.gz"));
    }
}

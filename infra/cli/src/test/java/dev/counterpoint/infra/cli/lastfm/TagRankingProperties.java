package dev.counterpoint.infra.cli.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TagRankingProperties {
    private static final Set<Integer> ARTISTS = Set.of(1, 2);
    private static final Map<Integer, String> TAGS = Map.of(1, "jazz", 2, "Jazz", 3, "soul", 4, "funk");

    @Property
    void tags_areRankedAsTheNaiveWaySays(@ForAll("rows") List<Tagging> rows) {
        TagRanking ranking = of(rows);

        for (int artist : ARTISTS) {
            assertThat(ranking.tagsOf(artist)).isEqualTo(naive(rows, artist));
        }
    }

    @Property
    void everyRow_isRankedOrLeftOut(@ForAll("rows") List<Tagging> rows) {
        LeftOut leftOut = of(rows).leftOut(0);

        long ranked = rows.stream().filter(TagRankingProperties::isUsable).count();
        assertThat(leftOut.oldTagRows() + leftOut.unknownArtistRows() + leftOut.unknownTagRows() + ranked)
                .isEqualTo(rows.size());
    }

    @Property
    void anArtist_isKnownSinceTheFirstCredibleTag(@ForAll("rows") List<Tagging> rows) {
        TagRanking ranking = of(rows);

        rows.stream()
                .filter(row -> isUsable(row) && row.artist() == 1)
                .map(Tagging::day)
                .min(Comparator.naturalOrder())
                .ifPresent(first -> assertThat(ranking.known(1)).isEqualTo(first));
    }

    @Provide
    Arbitrary<List<Tagging>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1978, 1983))
                .as((listener, artist, tag, year) -> new Tagging(listener, artist, tag, LocalDate.of(year, 1, 1)))
                .list()
                .ofMaxSize(60);
    }

    private static TagRanking of(List<Tagging> rows) {
        TagRanking ranking = new TagRanking(ARTISTS, TAGS);
        rows.forEach(ranking::add);
        return ranking;
    }

    private static List<String> naive(List<Tagging> rows, int artist) {
        List<String> tags = new ArrayList<>(rows.stream()
                .filter(row -> isUsable(row) && row.artist() == artist)
                .map(TagRankingProperties::tagOf)
                .distinct()
                .sorted()
                .toList());
        tags.sort(Comparator.comparingLong(tag -> -rows.stream()
                .filter(row ->
                        isUsable(row) && row.artist() == artist && tagOf(row).equals(tag))
                .map(Tagging::listener)
                .distinct()
                .count()));
        return tags;
    }

    private static boolean isUsable(Tagging row) {
        return row.day().getYear() >= 1980 && ARTISTS.contains(row.artist()) && TAGS.containsKey(row.tag());
    }

    private static String tagOf(Tagging row) {
        return TAGS.getOrDefault(row.tag(), "").toLowerCase(Locale.ROOT);
    }
}

package dev.counterpoint.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.feature.CandidateShelf;
import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.feature.PageContext;
import dev.counterpoint.domain.feature.Situations;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.profile.Affinity;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.profile.RecentCard;
import dev.counterpoint.domain.profile.Streams;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.time.HalfLife;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The linear baseline answers what a listener does: a world of 600 cards, a year of listening, then ten plays of something new. */
class NewInterestTest {
    private static final int COLUMNS = 10;
    private static final String NEW = "fado";
    private static final Instant TODAY = Streams.START.plus(Duration.ofDays(365));

    private final List<Card> cards = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void ten_plays_of_a_new_tag_lift_its_shelf_among_the_first_rows(long seed) {
        Random random = new Random(seed);
        fillWorld(random);
        List<InteractionRecorded> before = aYear(random);
        List<InteractionRecorded> after = new ArrayList<>(before);
        List<Card> fado = tagged(NEW);
        for (int i = 0; i < 10; i++) {
            after.add(Streams.aPlayOf(fado.get(i % fado.size()).facts(), TODAY.plusSeconds(i)));
        }

        assertThat(rowsAfter(before)).as("a page before").doesNotContain("tag:" + NEW);
        assertThat(rowsAfter(after).subList(0, 3)).as("the first rows after").contains("tag:" + NEW);
    }

    private void fillWorld(Random random) {
        for (int i = 0; i < 600; i++) {
            Set<String> tags = new LinkedHashSet<>();
            int count = 3 + random.nextInt(13);
            while (tags.size() < count) {
                tags.add("tag " + (int) (80 * Math.pow(random.nextDouble(), 2)));
            }
            // The new tag stands anywhere among the others.
            List<String> ordered = new ArrayList<>(tags);
            if (i % 12 == 0) {
                ordered.add(random.nextInt(ordered.size()), NEW);
            }
            Instant publishedAt = Catalogs.PUBLISHED.minus(Duration.ofDays(random.nextInt(3_000)));
            cards.add(Catalogs.aCard("card-" + i, publishedAt, ordered.toArray(String[]::new)));
        }
    }

    private List<InteractionRecorded> aYear(Random random) {
        List<Card> known =
                cards.stream().filter(card -> !card.tags().contains(NEW)).toList();
        List<InteractionRecorded> plays = new ArrayList<>();
        for (int i = 0; i < 270; i++) {
            Card card = known.get((int) (50 * random.nextDouble()));
            plays.add(Streams.aPlayOf(card.facts(), TODAY.minus(Duration.ofHours(32L * (270 - i)))));
        }
        return plays;
    }

    private List<String> rowsAfter(List<InteractionRecorded> plays) {
        Instant now = TODAY.plusSeconds(60);
        List<RecordedEvent> stream = Streams.streamOf(plays);
        Profile profile = Profile.empty().applyAll(stream);
        List<CandidateShelf> shelves = propose(profile.at(now), Situations.statisticsOf(stream));
        FeatureMatrix matrix = FeatureMatrix.of(
                HomeFeatures.newest(),
                new FeatureInputs(
                        profile,
                        Situations.statisticsOf(stream),
                        Embeddings.none(),
                        now,
                        PageContext.at("phone", now, 0),
                        shelves));
        return byValue(shelves, Baselines.linear().score(matrix));
    }

    private List<CandidateShelf> propose(ProfileView listener, Statistics statistics) {
        Map<String, Card> byId =
                cards.stream().collect(Collectors.toMap(card -> card.cardId().value(), card -> card));
        List<CandidateShelf> shelves = new ArrayList<>();
        List<Card> popular = statistics.mostPopular().stream()
                .map(ranked -> byId.get(ranked.cardId().value()))
                .toList();
        List<Card> recent = listener.recentCards().stream()
                .map(card -> byId.get(card.cardId().value()))
                .toList();
        shelves.add(shelf("popular", SourceKind.POPULAR, popular));
        shelves.add(shelf("recent", SourceKind.RECENT, recent));
        shelves.add(shelf("fresh", SourceKind.FRESH, newest()));
        for (RecentCard seed : listener.recentCards().subList(0, 3)) {
            String id = seed.cardId().value();
            shelves.add(shelf(
                    "because:" + id, SourceKind.BECAUSE, tagged(seed.tags().get(0))));
        }
        Stream.concat(listener.tags().strongest(HalfLife.MONTH, 5).stream(), listener.tags().rising(3).stream())
                .map(Affinity::name)
                .distinct()
                .forEach(tag -> shelves.add(shelf("tag:" + tag, SourceKind.TAG, tagged(tag))));
        return shelves;
    }

    private static CandidateShelf shelf(String key, SourceKind source, List<Card> cards) {
        return new CandidateShelf(ShelfKey.parse(key), source, cards.subList(0, Math.min(30, cards.size())));
    }

    private List<Card> newest() {
        return cards.stream()
                .sorted(Comparator.comparing(Card::publishedAt).reversed())
                .toList();
    }

    private List<Card> tagged(String tag) {
        return cards.stream().filter(card -> card.tags().contains(tag)).toList();
    }

    /** The shelves by the value of their best ten cards, best first. */
    private static List<String> byValue(List<CandidateShelf> shelves, float[] scores) {
        List<String> keys = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        int from = 0;
        for (CandidateShelf shelf : shelves) {
            float[] own = Arrays.copyOfRange(scores, from, from + shelf.cards().size());
            from += own.length;
            Arrays.sort(own);
            double value = 0;
            for (int j = 0; j < Math.min(COLUMNS, own.length); j++) {
                value += own[own.length - 1 - j] / (Math.log(j + 2) / Math.log(2));
            }
            keys.add(shelf.shelf().toString());
            values.add(value);
        }
        return keys.stream()
                .sorted(Comparator.comparingDouble((String key) -> -values.get(keys.indexOf(key))))
                .toList();
    }
}

package dev.counterpoint.infra.benchmarks.load;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.random.SeededRandom;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A made-up catalogue and what made-up listeners played of it, as lines of imports: the same each time. Some cards and tags are far more common. */
final class MadeUpCatalogue {
    private static final int LINES_AT_ONCE = 1_000;
    private static final int TAGS = 4_000;
    private static final int TAGS_OF_A_CARD = 4;
    private static final int CARDS_OF_A_CREATOR = 12;
    private static final List<String> KINDS = List.of(
            "track", "track", "track", "track", "track", "album", "playlist", "podcast", "episode", "audiobook");

    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final int cards;

    MadeUpCatalogue(int cards) {
        this.cards = cards;
    }

    static String listener(int number) {
        return "made-up-listener-" + number;
    }

    static String card(int number) {
        return "made-up-card-" + number;
    }

    /** A card, the popular ones more often. */
    String somePlayed(SeededRandom chance) {
        return card(fewer(cards, chance));
    }

    /** NDJSON for {@code POST /v1/cards}. */
    InputStream cardLines() {
        return lines(0, cards, this::cardLine);
    }

    /** NDJSON for {@code POST /v1/interactions}: so many plays and skips of each listener, an hour and more between them. */
    InputStream playLines(int listeners, int each) {
        SeededRandom chance = new SeededRandom(2);
        return lines(0, listeners * each, line -> {
            int listener = line / each;
            int play = line % each;
            Instant at = began.minus(Duration.ofMinutes(70L * (each - play)));
            return "{\"listenerId\":\"" + listener(listener) + "\",\"interactionId\":\"before-" + play
                    + "\",\"type\":\""
                    + (chance.nextInt(5) == 0 ? "skip" : "play") + "\",\"cardId\":\"" + somePlayed(chance)
                    + "\",\"at\":\"" + at + "\"}\n";
        });
    }

    Card whole(int number) {
        SeededRandom chance = new SeededRandom(number);
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < TAGS_OF_A_CARD; i++) {
            tags.add("tag-" + (i * TAGS + fewer(TAGS, chance)));
        }
        Instant publishedAt = Instant.parse("2026-11-01T00:00:00Z").minus(Duration.ofHours(chance.nextInt(90_000)));
        return new Card(
                new CardId(card(number)),
                CardKind.parse(KINDS.get(chance.nextInt(KINDS.size()))),
                "Made-up title " + number,
                List.of("made-up-creator-" + number / CARDS_OF_A_CREATOR),
                tags,
                publishedAt,
                chance.nextInt(20) == 0,
                null);
    }

    private String cardLine(int number) {
        Card card = whole(number);
        return String.format(
                Locale.ROOT,
                "{\"cardId\":\"%s\",\"kind\":\"%s\",\"title\":\"%s\",\"creators\":[\"%s\"],"
                        + "\"tags\":[\"%s\"],\"publishedAt\":\"%s\",\"explicit\":%s}\n",
                card.cardId(),
                card.kind().written(),
                card.title(),
                card.creators().get(0),
                String.join("\",\"", card.tags()),
                card.publishedAt(),
                card.explicit());
    }

    /** A number below a limit, a small one more often: its logarithm is even. */
    private static int fewer(int limit, SeededRandom chance) {
        return (int) Math.pow(limit, chance.nextDouble()) - 1;
    }

    private static InputStream lines(int from, int to, IntFunction<String> line) {
        Stream<InputStream> parts = IntStream.iterate(from, start -> start < to, start -> start + LINES_AT_ONCE)
                .mapToObj(start -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = start; i < Math.min(to, start + LINES_AT_ONCE); i++) {
                        text.append(line.apply(i));
                    }
                    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
                });
        Iterator<InputStream> next = parts.iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return next.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return next.next();
            }
        });
    }
}

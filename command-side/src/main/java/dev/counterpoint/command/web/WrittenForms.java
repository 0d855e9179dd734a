package dev.counterpoint.command.web;

import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.model.ModelStage;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values that are written as texts. */
final class WrittenForms {
    /** RFC 3339 in UTC, microseconds at most; without leap seconds, which our clocks do not count. */
    private static final Pattern INSTANT = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d[Tt]([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d" + "(\\.\\d{1,6})?([Zz]|\\+00:00)");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final SourceKind[] SHELF_SOURCES = SourceKind.ofShelves().toArray(SourceKind[]::new);

    static final Map<Class<?>, ValueReader> READERS = Map.of(
            String.class, new ScalarReaders.OfText("a text", text -> text),
            Instant.class,
                    new ScalarReaders.OfText(
                            "an instant between the years 1 and 2199 in RFC 3339 and UTC, with microseconds at most,"
                                    + " like 2026-03-01T12:00:00.5Z",
                            WrittenForms::instant),
            CardKind.class, oneOf(CardKind.values(), CardKind::written, CardKind::parse),
            SourceKind.class, oneOf(SHELF_SOURCES, SourceKind::written, WrittenForms::sourceOfShelf),
            InteractionType.class, oneOf(InteractionType.values(), InteractionType::written, InteractionType::parse),
            Tier.class, oneOf(Tier.values(), Tier::written, Tier::parse),
            ModelStage.class, oneOf(ModelStage.values(), ModelStage::written, ModelStage::parse));

    private WrittenForms() {}

    private static <T> ValueReader oneOf(T[] values, Function<T, String> written, Function<String, Object> parse) {
        return new ScalarReaders.OfText(
                Arrays.stream(values).map(written).collect(Collectors.joining(", ", "one of ", "")), parse);
    }

    private static SourceKind sourceOfShelf(String text) {
        SourceKind source = SourceKind.parse(text);
        if (!SourceKind.ofShelves().contains(source)) {
            throw new IllegalArgumentException("not a source of shelves: " + text);
        }
        return source;
    }

    private static Instant instant(String text) {
        if (!INSTANT.matcher(text).matches()) {
            throw new IllegalArgumentException("not RFC 3339 in UTC");
        }
        try {
            Instant instant = Instant.parse(text.substring(0, 19).replace('t', 'T') + fraction(text) + "Z");
            if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
                throw new IllegalArgumentException("out of range");
            }
            return instant;
        } catch (DateTimeParseException noSuchDay) {
            throw new IllegalArgumentException("no such day", noSuchDay);
        }
    }

    private static String fraction(String text) {
        int end = text.endsWith("+00:00") ? text.length() - 6 : text.length() - 1;
        return text.substring(19, end);
    }
}

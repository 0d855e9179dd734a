package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.time.Micros;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Statistics as canonical bytes: equal values give equal bytes. A change or a base begins with the version of this form; what was written in
 * the first form, which knew neither countries nor the plays of hours and days, stays readable.
 */
public final class StatisticsBytes {
    /** The bytes of one card's statistics: twelve numbers of eight bytes. */
    public static final int CARD_BYTES = 96;

    private static final int FIRST_FORM = 1;
    private static final int FORM = 2;

    private StatisticsBytes() {}

    /** A change; or a base, by {@link Statistics#asBase}. */
    public static byte[] encode(StatisticsChange change) {
        CanonicalWriter out = new CanonicalWriter();
        out.writeByte(FORM);
        out.writeNumber(change.version());
        out.writeNumber(change.follows());
        out.writeNumber(Micros.of(change.cutAt()));
        out.writeNumber(change.offsets().size());
        change.offsets().forEach((partition, offset) -> {
            out.writeNumber(partition);
            out.writeNumber(offset);
        });
        write(out, change.totals());
        out.writeNumber(change.shelves().size());
        change.shelves().forEach((shelfId, responses) -> {
            out.writeWord(shelfId.value());
            write(out, responses);
        });
        out.writeNumber(change.cards().size());
        change.cards().forEach((cardId, card) -> {
            out.writeWord(cardId.value());
            write(out, card);
        });
        out.writeNumber(change.countries().size());
        change.countries().forEach((country, cards) -> {
            out.writeWord(country);
            out.writeNumber(cards.size());
            cards.forEach((cardId, popularity) -> {
                out.writeWord(cardId.value());
                out.writeDouble(popularity);
            });
        });
        return out.toBytes();
    }

    /** @throws UnreadableBytesException if the bytes are damaged or of another form */
    public static StatisticsChange decode(byte[] bytes) {
        CanonicalReader in = new CanonicalReader(bytes);
        int form = in.readByte();
        if (form != FORM && form != FIRST_FORM) {
            throw new UnreadableBytesException("statistics in form " + form + " are not in form 1 or " + FORM);
        }
        try {
            StatisticsChange change = new StatisticsChange(
                    in.readNumber(),
                    in.readNumber(),
                    Micros.toInstant(in.readNumber()),
                    readOffsets(in),
                    readResponses(in),
                    readShelves(in),
                    readCards(in, form),
                    form == FIRST_FORM ? new TreeMap<>() : readCountries(in));
            in.requireEnd();
            return change;
        } catch (IllegalArgumentException odd) {
            throw new UnreadableBytesException("not statistics: " + odd.getMessage());
        }
    }

    /** Always {@value #CARD_BYTES} bytes. */
    public static byte[] encode(CardStatistics card) {
        CanonicalWriter out = new CanonicalWriter();
        write(out, card);
        return out.toBytes();
    }

    /** @throws UnreadableBytesException if there are not {@value #CARD_BYTES} bytes */
    public static CardStatistics decodeCard(byte[] bytes) {
        CanonicalReader in = new CanonicalReader(bytes);
        CardStatistics card = readCard(in, FORM);
        in.requireEnd();
        return card;
    }

    private static void write(CanonicalWriter out, CardStatistics card) {
        out.writeDouble(card.popularity());
        write(out, card.responses());
        out.writeDouble(card.hourly());
        out.writeDouble(card.daily());
    }

    private static void write(CanonicalWriter out, Responses responses) {
        out.writeLong(responses.asOfMicros());
        out.writeDouble(responses.impressions());
        out.writeDouble(responses.clicks());
        out.writeDouble(responses.plays());
        out.writeDouble(responses.creditedPlays());
        out.writeDouble(responses.skips());
        out.writeDouble(responses.completes());
        out.writeDouble(responses.saves());
        out.writeDouble(responses.dismisses());
    }

    private static CardStatistics readCard(CanonicalReader in, int form) {
        return new CardStatistics(
                in.readDouble(),
                readResponses(in),
                form == FIRST_FORM ? CardStatistics.UNPLAYED : in.readDouble(),
                form == FIRST_FORM ? CardStatistics.UNPLAYED : in.readDouble());
    }

    private static Responses readResponses(CanonicalReader in) {
        return new Responses(
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }

    private static SortedMap<Integer, Long> readOffsets(CanonicalReader in) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            offsets.put((int) in.readNumber(), in.readNumber());
        }
        return offsets;
    }

    private static SortedMap<ShelfId, Responses> readShelves(CanonicalReader in) {
        SortedMap<ShelfId, Responses> shelves = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            shelves.put(new ShelfId(in.readWord()), readResponses(in));
        }
        return shelves;
    }

    private static SortedMap<CardId, CardStatistics> readCards(CanonicalReader in, int form) {
        SortedMap<CardId, CardStatistics> cards = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            cards.put(new CardId(in.readWord()), readCard(in, form));
        }
        return cards;
    }

    private static SortedMap<String, SortedMap<CardId, Double>> readCountries(CanonicalReader in) {
        SortedMap<String, SortedMap<CardId, Double>> countries = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            countries.put(in.readWord(), readPopularities(in));
        }
        return countries;
    }

    private static SortedMap<CardId, Double> readPopularities(CanonicalReader in) {
        SortedMap<CardId, Double> popularities = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            popularities.put(new CardId(in.readWord()), in.readDouble());
        }
        return popularities;
    }
}

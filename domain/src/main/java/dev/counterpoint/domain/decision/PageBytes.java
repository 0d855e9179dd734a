package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Page.DrawnList;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import java.util.ArrayList;
import java.util.List;

/** A drawn page as bytes, each probability with all its bits. Rows and columns are not written: they follow from the order. */
final class PageBytes {
    private PageBytes() {}

    static void write(CanonicalWriter out, Page page) {
        out.writeLong(page.chance());
        write(out, page.list());
        out.writeNumber(page.shelves().size());
        for (PageShelf shelf : page.shelves()) {
            out.writeWord(shelf.shelf().toString());
            write(out, shelf.slot());
            write(out, shelf.list());
            out.writeNumber(shelf.cards().size());
            for (PageCard card : shelf.cards()) {
                out.writeWord(card.card().value());
                out.writeFloat(card.score());
                write(out, card.slot());
            }
        }
    }

    static Page read(CanonicalReader in) {
        long chance = in.readLong();
        DrawnList list = readList(in);
        List<PageShelf> shelves = new ArrayList<>();
        int count = in.readCount();
        for (int row = 0; row < count; row++) {
            shelves.add(readShelf(in, row));
        }
        return new Page(chance, list, shelves);
    }

    private static PageShelf readShelf(CanonicalReader in, int row) {
        ShelfKey key = ShelfKey.parse(in.readWord());
        Slot slot = readSlot(in);
        DrawnList list = readList(in);
        List<PageCard> cards = new ArrayList<>();
        int count = in.readCount();
        for (int column = 0; column < count; column++) {
            cards.add(new PageCard(new CardId(in.readWord()), column, in.readFloat(), readSlot(in)));
        }
        return new PageShelf(key, row, slot, list, cards);
    }

    private static void write(CanonicalWriter out, DrawnList list) {
        out.writeNumber(list.length());
        DigestBytes.write(out, list.digest());
    }

    private static DrawnList readList(CanonicalReader in) {
        return new DrawnList(Math.toIntExact(in.readNumber()), DigestBytes.read(in));
    }

    private static void write(CanonicalWriter out, Slot slot) {
        out.writeNumber(slot.rank());
        out.writeByte(slot.drawn() ? 1 : 0);
        out.writeDouble(slot.propensity());
        out.writeDouble(slot.logPrefix());
        out.writeDouble(slot.marginalPropensity());
    }

    private static Slot readSlot(CanonicalReader in) {
        int rank = Math.toIntExact(in.readNumber());
        boolean drawn = DecisionBytes.readFlag(in);
        return new Slot(rank, drawn, in.readDouble(), in.readDouble(), in.readDouble());
    }
}

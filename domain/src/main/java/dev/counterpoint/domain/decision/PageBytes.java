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

/**
 * A drawn page as bytes, each probability with all its bits. Rows and columns are not written: they follow from the order. In the first form
 * there was one list of shelves, and one of cards for each shelf.
 */
final class PageBytes {
    private PageBytes() {}

    static void write(CanonicalWriter out, Page page) {
        out.writeLong(page.chance());
        writeLists(out, page.lists());
        out.writeNumber(page.shelves().size());
        for (PageShelf shelf : page.shelves()) {
            out.writeWord(shelf.shelf().toString());
            write(out, shelf.slot());
            writeLists(out, shelf.lists());
            out.writeNumber(shelf.cards().size());
            for (PageCard card : shelf.cards()) {
                out.writeWord(card.card().value());
                out.writeFloat(card.score());
                write(out, card.slot());
            }
        }
    }

    static Page read(CanonicalReader in, boolean hasManyLists) {
        long chance = in.readLong();
        List<DrawnList> lists = readLists(in, hasManyLists);
        List<PageShelf> shelves = new ArrayList<>();
        int count = in.readCount();
        for (int row = 0; row < count; row++) {
            shelves.add(readShelf(in, row, hasManyLists));
        }
        return new Page(chance, lists, shelves);
    }

    private static PageShelf readShelf(CanonicalReader in, int row, boolean hasManyLists) {
        ShelfKey key = ShelfKey.parse(in.readWord());
        Slot slot = readSlot(in, hasManyLists);
        List<DrawnList> lists = readLists(in, hasManyLists);
        List<PageCard> cards = new ArrayList<>();
        int count = in.readCount();
        for (int column = 0; column < count; column++) {
            cards.add(new PageCard(new CardId(in.readWord()), column, in.readFloat(), readSlot(in, hasManyLists)));
        }
        return new PageShelf(key, row, slot, lists, cards);
    }

    private static void writeLists(CanonicalWriter out, List<DrawnList> lists) {
        out.writeNumber(lists.size());
        for (DrawnList list : lists) {
            out.writeNumber(list.length());
            DigestBytes.write(out, list.digest());
        }
    }

    private static List<DrawnList> readLists(CanonicalReader in, boolean hasManyLists) {
        int count = hasManyLists ? in.readCount() : 1;
        List<DrawnList> lists = new ArrayList<>();
        for (int list = 0; list < count; list++) {
            lists.add(readList(in));
        }
        return lists;
    }

    private static DrawnList readList(CanonicalReader in) {
        return new DrawnList(Math.toIntExact(in.readNumber()), DigestBytes.read(in));
    }

    private static void write(CanonicalWriter out, Slot slot) {
        out.writeNumber(slot.list());
        out.writeNumber(slot.rank());
        out.writeByte(slot.drawn() ? 1 : 0);
        out.writeDouble(slot.propensity());
        out.writeDouble(slot.logPrefix());
        out.writeDouble(slot.marginalPropensity());
    }

    private static Slot readSlot(CanonicalReader in, boolean hasManyLists) {
        int list = hasManyLists ? Math.toIntExact(in.readNumber()) : 0;
        int rank = Math.toIntExact(in.readNumber());
        boolean drawn = DecisionBytes.readFlag(in);
        return new Slot(list, rank, drawn, in.readDouble(), in.readDouble(), in.readDouble());
    }
}

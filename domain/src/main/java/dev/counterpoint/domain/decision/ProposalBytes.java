package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sources proposed, as bytes: a card, a creator, a reason is written in full once and by its number from then on. */
final class ProposalBytes {
    private ProposalBytes() {}

    static void write(CanonicalWriter out, List<ShelfProposal> shelves) {
        out.writeNumber(shelves.size());
        shelves.forEach(shelf -> write(out, shelf));
    }

    private static void write(CanonicalWriter out, ShelfProposal shelf) {
        out.writeWord(shelf.shelf().toString());
        out.writeWord(shelf.source().written());
        out.writeWord(shelf.title());
        out.writeByte(shelf.aboutCreator() ? 1 : 0);
        Integer row = shelf.pinnedRow();
        out.writeNumber(row == null ? 0 : row + 1);
        out.writeNumber(shelf.maxCards());
        out.writeNumber(shelf.cards().size());
        for (Proposal card : shelf.cards()) {
            out.writeWord(card.card().value());
            writeWords(out, card.creators());
            writeWords(out, card.why());
            out.writeWord(card.medium().written());
        }
    }

    /** @param hasMedia false in the first form, whose cards are read as music: nothing was divided by it then */
    static List<ShelfProposal> read(CanonicalReader in, boolean hasMedia) {
        List<ShelfProposal> shelves = new ArrayList<>();
        int count = in.readCount();
        for (int i = 0; i < count; i++) {
            shelves.add(readShelf(in, hasMedia));
        }
        return shelves;
    }

    private static ShelfProposal readShelf(CanonicalReader in, boolean hasMedia) {
        ShelfKey key = ShelfKey.parse(in.readWord());
        SourceKind source = SourceKind.parse(in.readWord());
        String title = in.readWord();
        boolean aboutCreator = DecisionBytes.readFlag(in);
        int row = Math.toIntExact(in.readNumber());
        @Nullable Integer pinnedRow = row == 0 ? null : Integer.valueOf(row - 1);
        int maxCards = Math.toIntExact(in.readNumber());
        List<Proposal> cards = new ArrayList<>();
        int count = in.readCount();
        for (int i = 0; i < count; i++) {
            CardId card = new CardId(in.readWord());
            List<String> creators = DecisionBytes.readWords(in);
            List<String> why = DecisionBytes.readWords(in);
            cards.add(new Proposal(card, creators, why, hasMedia ? Medium.parse(in.readWord()) : Medium.MUSIC));
        }
        return new ShelfProposal(key, source, title, aboutCreator, pinnedRow, maxCards, cards);
    }

    private static void writeWords(CanonicalWriter out, List<String> words) {
        out.writeNumber(words.size());
        words.forEach(out::writeWord);
    }
}

package dev.counterpoint.query.decision.web;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.Caption;
import dev.counterpoint.domain.home.Page.DrawnList;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The page of a decision as it was drawn, with all probabilities. */
final class SlotForms {
    private SlotForms() {}

    /** A list that slots were drawn from: its length, and SHA-256 over the names of its items, best first. */
    record ListForm(int length, String digest) {
        static ListForm of(DrawnList list) {
            return new ListForm(list.length(), list.digest().hex());
        }

        static List<ListForm> allOf(List<DrawnList> lists) {
            return lists.stream().map(ListForm::of).toList();
        }
    }

    /** A row. */
    record ShelfForm(String shelfId, int row, SlotForm slot, List<ListForm> lists, List<CardForm> cards) {
        static ShelfForm of(PageShelf shelf, Map<CardId, Caption> captions) {
            return new ShelfForm(
                    shelf.shelf().toString(),
                    shelf.row(),
                    SlotForm.of(shelf.slot()),
                    ListForm.allOf(shelf.lists()),
                    shelf.cards().stream()
                            .map(card -> CardForm.of(shelf, card, Objects.requireNonNull(captions.get(card.card()))))
                            .toList());
        }
    }

    /** A column; {@code gridPropensity} is the probability of this card in this row and column at all. */
    record CardForm(
            String cardId, String kind, String title, int column, float score, SlotForm slot, double gridPropensity) {
        static CardForm of(PageShelf shelf, PageCard card, Caption caption) {
            return new CardForm(
                    card.card().value(),
                    caption.kind().written(),
                    caption.title(),
                    card.column(),
                    card.score(),
                    SlotForm.of(card.slot()),
                    shelf.gridPropensity(card));
        }
    }

    /**
     * How a slot was filled.
     *
     * @param list which of the lists of the page, or of the shelf, it was filled from, from 0
     * @param rank of the item in its list, from 0
     * @param drawn false where nothing was left to chance
     * @param propensity given the slots before it
     * @param logPrefix natural logarithm of the probability of this slot and all before it in the list
     * @param marginalPropensity of the item in this slot at all, given the plan
     */
    record SlotForm(int list, int rank, boolean drawn, double propensity, double logPrefix, double marginalPropensity) {
        static SlotForm of(Slot slot) {
            return new SlotForm(
                    slot.list(),
                    slot.rank(),
                    slot.drawn(),
                    slot.propensity(),
                    slot.logPrefix(),
                    slot.marginalPropensity());
        }
    }
}

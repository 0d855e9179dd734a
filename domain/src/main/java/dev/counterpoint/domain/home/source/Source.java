package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.List;

/** Proposes cards for the shelves of one kind. A pure function. */
interface Source {
    /** How many cards a source proposes for a shelf at most: more than a list holds, since other shelves will own some. */
    int CARDS = 80;

    /** Whether it needs to know the listener: such sources are left out where personalization is off. */
    boolean isPersonal();

    /** The shelves of a template that could stand on the page, best first; each with its cards, best first. */
    List<ShelfProposal> propose(Shelf template, Situation situation);
}

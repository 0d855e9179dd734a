package dev.counterpoint.command.catalog;

/** What came of retiring a card. */
public enum Retirement {
    RETIRED,
    ALREADY_RETIRED,
    NO_SUCH_CARD
}

package dev.counterpoint.command.catalog;

/** What came of withdrawing a rule or a shelf. */
public enum Withdrawal {
    WITHDRAWN,
    ALREADY_WITHDRAWN,
    NEVER_PUBLISHED
}

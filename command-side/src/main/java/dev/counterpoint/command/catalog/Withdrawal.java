package dev.counterpoint.command.catalog;

/** What came of withdrawing a rule. */
public enum Withdrawal {
    WITHDRAWN,
    ALREADY_WITHDRAWN,
    NO_SUCH_RULE
}

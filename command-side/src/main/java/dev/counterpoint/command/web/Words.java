package dev.counterpoint.command.web;

/** What faults say, where several constraints say the same. */
public final class Words {
    public static final String IDENTIFIER = "must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ -";

    private Words() {}
}

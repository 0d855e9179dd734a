package dev.counterpoint.infra.cli.terminal;

import java.util.Locale;

/** How figures are printed; sentences and progress go to the standard error either way. */
public enum OutputFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

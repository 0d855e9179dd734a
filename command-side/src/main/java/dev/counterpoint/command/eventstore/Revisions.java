package dev.counterpoint.command.eventstore;

import org.jspecify.annotations.Nullable;

/** Axon's revisions are texts or absent, stored ones are numbers: an absent one is 0. */
final class Revisions {

    private Revisions() {}

    /** @throws IllegalArgumentException if the revision is not a number */
    static int number(@Nullable String revision) {
        if (revision == null) {
            return 0;
        }
        try {
            return Integer.parseInt(revision);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("a revision is a number, not \"" + revision + "\"", notANumber);
        }
    }

    static @Nullable String text(int revision) {
        return revision == 0 ? null : Integer.toString(revision);
    }
}

package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.listener.InteractionType;

/** What an interaction says of the tags, creators and kind of its card, in plays. */
final class Opinions {
    private Opinions() {}

    static double weightOf(InteractionType type) {
        return switch (type) {
            case IMPRESSION -> 0;
            case CLICK -> 0.5;
            case PLAY, COMPLETE -> 1;
            case SAVE -> 2;
            // A client may have reported the play that was skipped: together they speak against the card.
            case SKIP -> -1.5;
            case DISMISS -> -2;
        };
    }
}

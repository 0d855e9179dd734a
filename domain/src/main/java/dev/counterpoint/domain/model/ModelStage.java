package dev.counterpoint.domain.model;

import java.util.Arrays;
import java.util.Locale;

/** How near a model is to listeners. The written form is stored and never changes. */
public enum ModelStage {
    /** Learned, and nothing else. */
    CANDIDATE,
    /** Watched, without any page of its own. */
    SHADOW,
    /** Scores the pages of a share of listeners. */
    CANARY,
    /** Scores the pages of all listeners who are in no arm. At most one model is live. */
    LIVE,
    /** Scores nothing any more; stays readable for what cites it. */
    RETIRED;

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if nothing is written so */
    public static ModelStage parse(String written) {
        return Arrays.stream(values())
                .filter(stage -> stage.written().equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a stage of a model: " + written));
    }
}

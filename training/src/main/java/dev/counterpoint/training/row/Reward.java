package dev.counterpoint.training.row;

import dev.counterpoint.domain.listener.InteractionType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shown slot can earn, within [0, 1] of each. The written form is part of the public interface, and neither it nor what it means
 * ever changes.
 */
public enum Reward {
    /** The card was clicked: 0 or 1. */
    CLICK("click", "1 if the card was clicked"),
    /** The card was played for 30 seconds or more in one play: 0 or 1. */
    STREAM_30S("stream30s", "1 if the card was played for 30 seconds or more in one play"),
    /** The card was played to its end, as the client says by an interaction of that type: 0 or 1. */
    COMPLETION("completion", "1 if the card was played to its end"),
    /**
     * How long the card was played, as a share of {@link #PLAYED_CAP}: within [0, 1], so that what predicts probabilities can be fitted to
     * it. Without a cap one audiobook left on overnight would outweigh a week of songs.
     */
    PLAYED_MS("playedMs", "milliseconds played, as a share of 600000, at most 1"),
    /** The card was saved: 0 or 1. */
    SAVE("save", "1 if the card was saved");

    /** Playing for longer earns no more. */
    public static final Duration PLAYED_CAP = Duration.ofMinutes(10);

    private static final long STREAM_MS = 30_000;

    private final String written;
    private final String meaning;

    Reward(String written, String meaning) {
        this.written = written;
        this.meaning = meaning;
    }

    /** For whoever reads rows without this program. */
    public String meaning() {
        return meaning;
    }

    public String written() {
        return written;
    }

    /** Whether one interaction of this type, that played so long, earns it whole. No single one does of what is added up. */
    boolean isEarnedBy(InteractionType type, @Nullable Long playedMs) {
        return switch (this) {
            case CLICK -> type == InteractionType.CLICK;
            case STREAM_30S -> type == InteractionType.PLAY && playedMs != null && playedMs >= STREAM_MS;
            case COMPLETION -> type == InteractionType.COMPLETE;
            case PLAYED_MS -> false;
            case SAVE -> type == InteractionType.SAVE;
        };
    }

    /** All written forms. */
    public static List<String> allWritten() {
        return Arrays.stream(values()).map(Reward::written).toList();
    }

    /** @throws IllegalArgumentException if nothing is written so */
    public static Reward parse(String written) {
        return Arrays.stream(values())
                .filter(reward -> reward.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a reward: " + written));
    }
}

package dev.counterpoint.training.row;

import dev.counterpoint.domain.listener.InteractionType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shown slot can earn, 0 or 1 of each. The written form is part of the public interface and never changes. */
public enum Reward {
    /** The card was clicked. */
    CLICK("click"),
    /** The card was played for 30 seconds or more. */
    STREAM_30S("stream30s");

    private static final long STREAM_MS = 30_000;

    private final String written;

    Reward(String written) {
        this.written = written;
    }

    public String written() {
        return written;
    }

    /** Whether an interaction of this type, that played so long, earns it. */
    public boolean isEarnedBy(InteractionType type, @Nullable Long playedMs) {
        return switch (this) {
            case CLICK -> type == InteractionType.CLICK;
            case STREAM_30S -> type == InteractionType.PLAY && playedMs != null && playedMs >= STREAM_MS;
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

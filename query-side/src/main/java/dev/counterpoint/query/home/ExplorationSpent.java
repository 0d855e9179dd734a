package dev.counterpoint.query.home;

import dev.counterpoint.domain.home.Exploration;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.listener.Tier;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds up what pages spent on trying things out, by tier. Thread-safe. */
public final class ExplorationSpent {
    private final Map<Tier, LongAdder> slots = perTier();
    private final Map<Tier, LongAdder> explored = perTier();

    private static Map<Tier, LongAdder> perTier() {
        return Arrays.stream(Tier.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), tier -> new LongAdder()));
    }

    void add(Tier tier, Page page) {
        Exploration spent = Exploration.of(page);
        of(slots, tier).add(spent.slots());
        of(explored, tier).add(spent.explored());
    }

    /** How many slots were left to chance. */
    public long slots(Tier tier) {
        return of(slots, tier).sum();
    }

    /** How many of them took another item than the best one left. */
    public long explored(Tier tier) {
        return of(explored, tier).sum();
    }

    private static LongAdder of(Map<Tier, LongAdder> adders, Tier tier) {
        return Objects.requireNonNull(adders.get(tier), tier.written());
    }
}

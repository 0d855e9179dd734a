package dev.counterpoint.training.run;

import dev.counterpoint.training.evaluation.RewardTable;
import dev.counterpoint.training.row.Reward;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Models of rewards, by policy and reward, fitted on some parts of history and never asked for a listener that they were fitted on: parts are listeners,
 * the even ones among those are for the odd ones, the odd ones for the even ones, and both for all others.
 */
final class RewardTables {
    private static final int FEWEST = 2;
    /** Of all parts, one in so many is fitted on. */
    private static final int SHARE = 8;

    private final int parts;
    private final int fitted;

    private record Of(String policy, Reward reward) {}

    /** The tables of one fold. */
    static final class Fold {
        private final Map<Of, RewardTable> tables = new HashMap<>();

        void add(String policy, Reward reward, int row, int column, boolean isSeen, double score, double earned) {
            tables.computeIfAbsent(new Of(policy, reward), any -> new RewardTable())
                    .add(row, column, isSeen, score, earned);
        }

        void merge(Fold other) {
            other.tables.forEach((of, table) ->
                    tables.computeIfAbsent(of, any -> new RewardTable()).merge(table));
        }
    }

    /** What a page of one part may ask. */
    interface Models {
        /** Null where there is none. */
        RewardTable.@Nullable Fitted of(String policy, Reward reward);
    }

    private final Map<Of, RewardTable.Fitted> even = new HashMap<>();
    private final Map<Of, RewardTable.Fitted> odd = new HashMap<>();
    private final Map<Of, RewardTable.Fitted> both = new HashMap<>();

    RewardTables(int parts) {
        this.parts = parts;
        this.fitted = Math.min(parts, Math.max(FEWEST, parts / SHARE));
    }

    /** How many parts are fitted on, the first ones. */
    int fitted() {
        return fitted;
    }

    /** @param fold of a part, below {@link #fitted} */
    void fit(IntFunction<Fold> fold) {
        Fold ofEven = new Fold();
        Fold ofOdd = new Fold();
        for (int part = 0; part < fitted; part++) {
            (part % 2 == 0 ? ofEven : ofOdd).merge(fold.apply(part));
        }
        ofEven.tables.forEach((of, table) -> even.put(of, table.fitted()));
        ofOdd.tables.forEach((of, table) -> odd.put(of, table.fitted()));
        ofEven.merge(ofOdd);
        ofEven.tables.forEach((of, table) -> both.put(of, table.fitted()));
    }

    /** Of listeners of this part, fitted on others. */
    Models forPart(int part) {
        if (part < 0 || part >= parts) {
            throw new IllegalArgumentException("there is no part " + part + " of " + parts);
        }
        Map<Of, RewardTable.Fitted> models = part >= fitted ? both : part % 2 == 0 ? odd : even;
        return (policy, reward) -> models.get(new Of(policy, reward));
    }
}

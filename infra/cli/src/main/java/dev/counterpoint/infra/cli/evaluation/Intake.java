package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What makes a log one that cannot be judged: rows at fault, of which the first are named, and logs that hold nothing to judge by. */
final class Intake {
    private static final int NAMED = 5;

    private final String source;
    private final List<String> first = new ArrayList<>();
    private final List<Long> certain = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private long faults;
    private long rows;
    private long certainRows;
    private long cluster;
    private boolean isOneCluster = true;

    Intake(String source) {
        this.source = source;
    }

    void fault(long line, String why) {
        if (faults++ < NAMED) {
            first.add("line " + line + ": " + why);
        }
    }

    /** @param propensity of what was done */
    void row(long line, long ofCluster, double propensity) {
        keep(lines, line);
        isOneCluster &= rows == 0 || ofCluster == cluster;
        cluster = ofCluster;
        rows++;
        if (propensity == 1) {
            keep(certain, line);
            certainRows++;
        }
    }

    private static void keep(List<Long> some, long line) {
        if (some.size() < NAMED) {
            some.add(line);
        }
    }

    long rows() {
        return rows;
    }

    /** @throws CommandFailedException if the log cannot be judged */
    void check() {
        checkFaults();
        if (rows == 0) {
            throw refused("there are no rows in it.");
        }
        if (certainRows == rows) {
            throw refused("nothing was explored. The logged probability is 1 in " + counted(rows, "row", "rows")
                    + " of " + rows + " (" + named(certain)
                    + "), so the log holds nothing of what another policy does.");
        }
        if (isOneCluster) {
            throw refused("there is one cluster only, in " + counted(rows, "row", "rows") + " (" + named(lines)
                    + "), and nothing to tell chance by.");
        }
    }

    /** @throws CommandFailedException if there are rows at fault */
    void checkFaults() {
        if (faults > 0) {
            throw refused(counted(faults, "row is", "rows are") + " at fault, the first of them:\n  "
                    + String.join("\n  ", first));
        }
    }

    private CommandFailedException refused(String why) {
        return new CommandFailedException(Exit.BROKEN_INPUT, source + " cannot be judged: " + why);
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String named(List<Long> some) {
        return "lines " + some.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " first";
    }
}

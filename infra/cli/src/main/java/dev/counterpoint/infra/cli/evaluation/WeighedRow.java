package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.training.offpolicy.LogEvaluation;
import dev.counterpoint.training.offpolicy.WeighedAction;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A row of a log that waits for the others of its cluster.
 *
 * @param cluster a hash of its name
 * @param unsupported NaN where the row does not tell
 */
record WeighedRow(long cluster, long line, WeighedAction action, double unsupported) {

    static WeighedRow read(DataInputStream from) throws IOException {
        return new WeighedRow(
                from.readLong(),
                from.readLong(),
                new WeighedAction(from.readDouble(), from.readDouble(), from.readDouble(), from.readDouble()),
                from.readDouble());
    }

    void write(DataOutputStream to) throws IOException {
        to.writeLong(cluster);
        to.writeLong(line);
        to.writeDouble(action.weight());
        to.writeDouble(action.reward());
        to.writeDouble(action.predicted());
        to.writeDouble(action.expected());
        to.writeDouble(unsupported);
    }

    void addTo(LogEvaluation evaluation) {
        if (Double.isNaN(unsupported)) {
            evaluation.add(cluster, "line " + line, action);
        } else {
            evaluation.add(cluster, "line " + line, action, unsupported);
        }
    }
}

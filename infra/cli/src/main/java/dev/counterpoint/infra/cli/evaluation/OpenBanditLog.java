package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.training.offpolicy.LogEvaluation;
import dev.counterpoint.training.offpolicy.WeighedAction;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * A log of the Open Bandit Dataset, read twice: first to check it and to count clicks, from which the model comes, then to weigh its rows, in the
 * order of the file. The model of an item is {@code (clicks + 1) / (times shown + 200)}, wherever it was shown.
 *
 * @see "Saito, Aihara, Matsutani and Narita 2021, Open Bandit Dataset and Pipeline"
 */
final class OpenBanditLog {
    private static final double PRIOR_CLICKS = 1;
    private static final double PRIOR_SHOWN = 200;

    private final Path path;
    private final ActionDistribution target;
    private final double[] clicks;
    /** long[items][positions] */
    private final long[][] shown;

    private double leastPropensity = 1;

    /** Takes a row. */
    @FunctionalInterface
    private interface Rows {
        void row(long line, OpenBanditRow row);
    }

    private OpenBanditLog(Path path, ActionDistribution target) {
        this.path = path;
        this.target = target;
        this.clicks = new double[target.items()];
        this.shown = new long[target.items()][target.positions()];
    }

    /** @param reached is told how many bytes of the file have been read */
    static OpenBanditLog check(Path path, ActionDistribution target, LongConsumer reached) {
        OpenBanditLog log = new OpenBanditLog(path, target);
        Intake intake = new Intake(path.toString());
        log.read(intake, reached, (line, row) -> {
            intake.row(line, line, row.propensity());
            log.count(row);
        });
        intake.check();
        return log;
    }

    private void count(OpenBanditRow row) {
        clicks[row.item()] += row.click();
        shown[row.item()][row.position()]++;
        leastPropensity = Math.min(leastPropensity, row.propensity());
    }

    /** Of all rows. */
    double leastPropensity() {
        return leastPropensity;
    }

    /** Every row is a cluster of its own. */
    void weigh(LogEvaluation evaluation, LongConsumer reached) {
        double[] model = model();
        double[] expected = new double[target.positions()];
        double[] unsupported = new double[target.positions()];
        for (int position = 0; position < expected.length; position++) {
            for (int item = 0; item < model.length; item++) {
                expected[position] += target.of(item, position) * model[item];
                unsupported[position] += shown[item][position] == 0 ? target.of(item, position) : 0;
            }
        }
        read(new Intake(path.toString()), reached, (line, row) -> {
            WeighedAction action = new WeighedAction(
                    target.of(row.item(), row.position()) / row.propensity(),
                    row.click(),
                    model[row.item()],
                    expected[row.position()]);
            evaluation.add(line, "line " + line, action, unsupported[row.position()]);
        });
    }

    private double[] model() {
        double[] model = new double[clicks.length];
        for (int item = 0; item < model.length; item++) {
            long times = 0;
            for (long atPosition : shown[item]) {
                times += atPosition;
            }
            model[item] = (clicks[item] + PRIOR_CLICKS) / (times + PRIOR_SHOWN);
        }
        return model;
    }

    private void read(Intake intake, LongConsumer reached, Rows rows) {
        CsvFile.forEach(path, OpenBanditRow.COLUMNS, (line, row, position) -> {
            reached.accept(position);
            try {
                rows.row(line, OpenBanditRow.of(row, target.items(), target.positions()));
            } catch (BrokenRowException broken) {
                intake.fault(line, String.valueOf(broken.getMessage()));
            }
        });
    }
}

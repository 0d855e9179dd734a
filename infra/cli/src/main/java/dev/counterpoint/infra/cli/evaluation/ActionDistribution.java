package dev.counterpoint.infra.cli.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** With which probability a policy shows each item at each position, whatever the context: a file has a line per item and a column per position. */
final class ActionDistribution {
    /** By which probabilities that were written in decimals may miss their sum. */
    static final double ROUNDING = 0.001;

    /** double[items][positions] */
    private final double[][] probabilities;

    private ActionDistribution(double[][] probabilities) {
        this.probabilities = probabilities;
    }

    static ActionDistribution read(Path path) {
        Intake intake = new Intake(path.toString());
        List<double[]> items = new ArrayList<>();
        CsvFile.forEach(path, List.of(), (line, row, position) -> {
            try {
                items.add(probabilities(row, items.isEmpty() ? row.size() : items.get(0).length));
            } catch (BrokenRowException broken) {
                intake.fault(line, String.valueOf(broken.getMessage()));
            }
        });
        if (items.isEmpty()) {
            intake.fault(1, "there are no items");
        }
        intake.checkFaults();
        ActionDistribution distribution = new ActionDistribution(items.toArray(double[][]::new));
        for (int position = 0; position < distribution.positions(); position++) {
            double sum = distribution.sum(position);
            if (Math.abs(sum - 1) > ROUNDING) {
                intake.fault(1, "the probabilities of column " + (position + 1) + " sum to " + sum + ", not to 1");
            }
        }
        intake.checkFaults();
        return distribution;
    }

    private static double[] probabilities(CSVRecord row, int positions) throws BrokenRowException {
        if (row.size() != positions) {
            throw new BrokenRowException("has " + row.size() + " columns, not " + positions + " as the first");
        }
        double[] probabilities = new double[positions];
        for (int position = 0; position < positions; position++) {
            double probability = CsvFile.number(row.get(position), "column " + (position + 1));
            if (!(probability >= 0 && probability <= 1)) {
                throw new BrokenRowException("column " + (position + 1) + " is " + probability + ", not 0 to 1");
            }
            probabilities[position] = probability;
        }
        return probabilities;
    }

    /** Every item alike, for as many items and positions. */
    ActionDistribution uniform() {
        double[][] uniform = new double[items()][positions()];
        for (double[] item : uniform) {
            Arrays.fill(item, 1.0 / items());
        }
        return new ActionDistribution(uniform);
    }

    int items() {
        return probabilities.length;
    }

    int positions() {
        return probabilities[0].length;
    }

    /** @param position from 0 */
    double of(int item, int position) {
        return probabilities[item][position];
    }

    double largest() {
        return Arrays.stream(probabilities)
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElseThrow();
    }

    private double sum(int position) {
        return Arrays.stream(probabilities).mapToDouble(item -> item[position]).sum();
    }
}

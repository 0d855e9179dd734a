package dev.counterpoint.infra.cli.evaluation;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * What was shown, and what came of it.
 *
 * @param item from 0
 * @param position from 0; files count from 1
 * @param click 1 or 0
 * @param propensity with which it was shown, above 0 and at most 1
 */
record OpenBanditRow(int item, int position, double click, double propensity) {
    private static final String ITEM = "item_id";
    private static final String POSITION = "position";
    private static final String CLICK = "click";
    private static final String PROPENSITY = "propensity_score";
    static final List<String> COLUMNS = List.of(ITEM, POSITION, CLICK, PROPENSITY);

    static OpenBanditRow of(CSVRecord row, int items, int positions) throws BrokenRowException {
        if (!row.isConsistent()) {
            throw new BrokenRowException("has " + row.size() + " columns, not as many as the first line");
        }
        int item = whole(row, ITEM, 0, items - 1);
        int position = whole(row, POSITION, 1, positions) - 1;
        double click = number(row, CLICK);
        if (click != 0 && click != 1) {
            throw new BrokenRowException("click is " + click + ", not 0 or 1");
        }
        double propensity = number(row, PROPENSITY);
        if (!(propensity > 0 && propensity <= 1)) {
            throw new BrokenRowException("propensity_score is " + propensity + ", not above 0 and at most 1");
        }
        return new OpenBanditRow(item, position, click, propensity);
    }

    private static int whole(CSVRecord row, String column, int lowest, int highest) throws BrokenRowException {
        double number = number(row, column);
        if (number != Math.rint(number) || !(number >= lowest && number <= highest)) {
            throw new BrokenRowException(
                    column + " is \"" + row.get(column) + "\", not a whole number from " + lowest + " to " + highest);
        }
        return (int) number;
    }

    private static double number(CSVRecord row, String column) throws BrokenRowException {
        return CsvFile.number(row.get(column), column);
    }
}

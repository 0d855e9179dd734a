package dev.counterpoint.training.row;

import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Rows to fit and later rows to hold out. Every row that is held out comes from a page that was served after all pages that are fitted, so
 * that nothing is learned from the future.
 *
 * @param earlier to fit
 * @param later to hold out
 * @param fromMicros the moment of the first page that is held out
 */
public record TimeSplit(TrainingRows earlier, TrainingRows later, long fromMicros) {

    /**
     * @param share of the rows that are fitted, within (0, 1); rows of one moment stay together
     * @throws IllegalArgumentException if one side would be empty
     */
    public static TimeSplit of(TrainingRows rows, double share) {
        long[] moments =
                IntStream.range(0, rows.rows()).mapToLong(rows::moment).sorted().toArray();
        if (moments.length < 2) {
            throw new IllegalArgumentException(moments.length + " rows cannot be split by time");
        }
        long from = moments[(int) Math.min(moments.length - 1, Math.floor(share * moments.length))];
        int[] earlier = places(rows, at -> at < from);
        int[] later = places(rows, at -> at >= from);
        if (earlier.length == 0 || later.length == 0) {
            throw new IllegalArgumentException(
                    rows.rows() + " rows cannot be split by time: too many of them have the same moment");
        }
        return new TimeSplit(rows.select(earlier), rows.select(later), from);
    }

    private static int[] places(TrainingRows rows, LongPredicate condition) {
        return IntStream.range(0, rows.rows())
                .filter(row -> condition.test(rows.moment(row)))
                .toArray();
    }

    @Override
    public String toString() {
        return earlier.rows() + " rows to fit, " + later.rows() + " later ones";
    }
}

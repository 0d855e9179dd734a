package dev.counterpoint.infra.cli.comparison;

import java.util.ArrayList;
import java.util.List;

/** Rows whose cells stand below each other. A row that is shorter than the first ends in a remark, which may be of any length. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            int measured = row.size() == columns ? columns : row.size() - 1;
            for (int column = 0; column < measured; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell)
                    .append(" ".repeat(Math.max(0, widths[column] - cell.length())))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}

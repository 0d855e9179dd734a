package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.comparison.Findings.Bounds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Differences with their intervals, a row each, as an SVG; a line stands where there is no difference. It is lines and words, so it is written as they
 * are: the chart libraries of Java measure text with fonts of the machine, which a server may not have.
 */
final class ForestPlot {
    private static final int WIDTH = 820;
    private static final int LEFT = 300;
    private static final int RIGHT = 30;
    private static final int ROW_HEIGHT = 26;
    private static final int TOP = 30;
    private static final int BELOW = 52;
    /** Of a row, over which the marks of several series are spread. */
    private static final double SPREAD = 0.5;
    /** Told apart by the colour-blind too: the palette of Okabe and Ito 2008. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

    private final String axis;
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(String series, String row, double at, Bounds within) {}

    ForestPlot(String axis) {
        this.axis = axis;
    }

    /** @param series told apart by colour where there are several */
    void mark(String series, String row, double at, Bounds within) {
        marks.add(new Mark(series, row, at, within));
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    byte[] svg() {
        return new Drawing().drawn().getBytes(StandardCharsets.UTF_8);
    }

    private final class Drawing {
        private final Markup svg = Markup.ofDrawing();
        private final List<String> rows =
                marks.stream().map(Mark::row).distinct().toList();
        private final List<String> series =
                marks.stream().map(Mark::series).distinct().toList();
        private final double low =
                marks.stream().mapToDouble(mark -> mark.within().low()).reduce(0, Math::min);
        private final double high =
                marks.stream().mapToDouble(mark -> mark.within().high()).reduce(0, Math::max);

        String drawn() {
            int bottom = TOP + ROW_HEIGHT * rows.size();
            svg.in(
                    "svg",
                    () -> {
                        svg.empty("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
                        axes(bottom);
                        for (int row = 0; row < rows.size(); row++) {
                            text(LEFT - 10, y(row, 0) + 4, "end", rows.get(row));
                        }
                        marks.forEach(this::draw);
                        legend();
                    },
                    "xmlns",
                    "http://www.w3.org/2000/svg",
                    "viewBox",
                    "0 0 " + WIDTH + " " + (bottom + BELOW),
                    "font-family",
                    "sans-serif",
                    "font-size",
                    "12");
            return svg.toString();
        }

        private void axes(int bottom) {
            line(x(0), TOP - 6, x(0), bottom, "#444444");
            line(LEFT, bottom, WIDTH - RIGHT, bottom, "#bbbbbb");
            for (double at : low < 0 && high > 0 ? new double[] {low, 0, high} : new double[] {low, high}) {
                line(x(at), bottom, x(at), bottom + 5, "#bbbbbb");
                text(x(at), bottom + 20, "middle", String.format(Locale.ROOT, "%.3g", at));
            }
            text((LEFT + WIDTH - RIGHT) / 2.0, bottom + 42, "middle", axis);
        }

        private void draw(Mark mark) {
            int of = series.indexOf(mark.series());
            double beside = series.size() == 1 ? 0 : SPREAD * (of / (series.size() - 1.0) - 0.5);
            double y = y(rows.indexOf(mark.row()), beside);
            line(x(mark.within().low()), y, x(mark.within().high()), y, colour(of));
            svg.empty("circle", "cx", number(x(mark.at())), "cy", number(y), "r", "3.5", "fill", colour(of));
        }

        private void legend() {
            for (int i = 0; series.size() > 1 && i < series.size(); i++) {
                double x = (double) WIDTH * i / series.size();
                svg.empty("circle", "cx", number(x + 8), "cy", "12", "r", "4", "fill", colour(i));
                text(x + 16, 16, "start", series.get(i));
            }
        }

        private double x(double value) {
            double span = high > low ? high - low : 1;
            return LEFT + (value - low) / span * (WIDTH - LEFT - RIGHT);
        }

        private double y(int row, double beside) {
            return TOP + ROW_HEIGHT * (row + 0.5 + beside);
        }

        private String colour(int of) {
            return COLOURS.get(of % COLOURS.size());
        }

        private void line(double fromX, double fromY, double toX, double toY, String colour) {
            svg.empty(
                    "line",
                    "x1",
                    number(fromX),
                    "y1",
                    number(fromY),
                    "x2",
                    number(toX),
                    "y2",
                    number(toY),
                    "stroke",
                    colour,
                    "stroke-width",
                    "1.8");
        }

        private void text(double x, double y, String anchor, String text) {
            svg.leaf("text", text, "x", number(x), "y", number(y), "text-anchor", anchor, "fill", "#111111");
        }

        private String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}

package dev.counterpoint.infra.cli.comparison;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import dev.counterpoint.infra.cli.comparison.Findings.Bounds;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XIntervalSeries;
import org.jfree.data.xy.XIntervalSeriesCollection;

/** Differences with their intervals, a row each, as an SVG; a line stands where there is no difference. */
final class ForestPlot {
    private static final int WIDTH = 820;
    private static final int ROW_HEIGHT = 26;
    private static final int AROUND = 70;
    private static final int LEGEND = 30;
    /** Of a row, over which the marks of several series are spread. */
    private static final double SPREAD = 0.5;

    private static final BasicStroke STROKE = new BasicStroke(1.8f);
    /** Told apart by the colour-blind too: the palette of Okabe and Ito 2008. */
    private static final int[] COLOURS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9};

    private static final StandardChartTheme FONTS = fonts();

    private final String axis;
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(String series, String row, double at, Bounds within) {}

    ForestPlot(String axis) {
        this.axis = Html.printable(axis);
    }

    /** @param series told apart by colour where there are several */
    void mark(String series, String row, double at, Bounds within) {
        marks.add(new Mark(Html.printable(series), Html.printable(row), at, within));
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    byte[] svg() {
        List<String> rows = marks.stream().map(Mark::row).distinct().toList();
        List<String> series = marks.stream().map(Mark::series).distinct().toList();
        boolean hasLegend = series.size() > 1;
        XYPlot plot = new XYPlot(data(rows, series), new NumberAxis(axis), named(rows), renderer());
        plot.addDomainMarker(new ValueMarker(0, Color.DARK_GRAY, STROKE));
        JFreeChart chart = new JFreeChart(null, null, plot, hasLegend);
        FONTS.apply(chart);
        colour(plot, series.size());
        chart.setBackgroundPaint(Color.WHITE);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        return drawn(chart, new Rectangle(WIDTH, AROUND + ROW_HEIGHT * rows.size() + (hasLegend ? LEGEND : 0)));
    }

    private XIntervalSeriesCollection data(List<String> rows, List<String> series) {
        XIntervalSeriesCollection data = new XIntervalSeriesCollection();
        for (int i = 0; i < series.size(); i++) {
            String name = series.get(i);
            double beside = series.size() == 1 ? 0 : SPREAD * (i / (series.size() - 1.0) - 0.5);
            XIntervalSeries points = new XIntervalSeries(name);
            marks.stream()
                    .filter(mark -> mark.series().equals(name))
                    .forEach(mark -> points.add(
                            mark.at(), mark.within().low(), mark.within().high(), rows.indexOf(mark.row()) + beside));
            data.addSeries(points);
        }
        return data;
    }

    /** The first row stands on top. */
    private static SymbolAxis named(List<String> rows) {
        SymbolAxis names = new SymbolAxis(null, rows.toArray(String[]::new));
        names.setInverted(true);
        names.setGridBandsVisible(false);
        names.setTickUnit(new NumberTickUnit(1));
        names.setRange(-0.5, rows.size() - 0.5);
        return names;
    }

    private static XYErrorRenderer renderer() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setErrorStroke(STROKE);
        return renderer;
    }

    private static void colour(XYPlot plot, int series) {
        for (int i = 0; i < series; i++) {
            plot.getRenderer().setSeriesPaint(i, new Color(COLOURS[i % COLOURS.length]));
        }
    }

    private static byte[] drawn(JFreeChart chart, Rectangle size) {
        VectorGraphics2D drawn = new VectorGraphics2D();
        chart.draw(drawn, size);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(drawn.getCommands(), new PageSize(size.width, size.height))
                    .writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** None is Java's default, which would be left out of the drawing, so that a viewer took its own. */
    private static StandardChartTheme fonts() {
        StandardChartTheme fonts = new StandardChartTheme("sizes that are written");
        fonts.setExtraLargeFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        fonts.setLargeFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        fonts.setRegularFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        return fonts;
    }
}

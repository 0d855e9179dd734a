package dev.counterpoint.infra.benchmarks.study;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws curves by round as an SVG, with levels as dashed lines. */
final class CarouselPlot {
    private static final Rectangle SIZE = new Rectangle(900, 620);
    private static final BasicStroke SOLID = new BasicStroke(2);
    private static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);
    /** Told apart by the colour-blind too: the palette of Okabe and Ito 2008. */
    private static final int[] COLOURS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9};

    private static final int[] GREYS = {0x000000, 0x555555, 0x888888, 0xbbbbbb};

    private static final StandardChartTheme FONTS = fonts();

    private final XYSeriesCollection lines = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final JFreeChart chart;

    CarouselPlot(String title, String round, String value) {
        chart = ChartFactory.createXYLineChart(title, round, value, lines);
        FONTS.apply(chart);
        chart.setBackgroundPaint(Color.WHITE);
        XYPlot plot = chart.getXYPlot();
        plot.setRenderer(renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setDomainGridlinesVisible(false);
        renderer.setDrawSeriesLineAsPath(true);
    }

    /** @param values double[rounds], from round 1 */
    CarouselPlot curve(String name, double[] values) {
        XYSeries line = new XYSeries(name);
        for (int round = 0; round < values.length; round++) {
            line.add(round + 1, values[round]);
        }
        add(line, SOLID, COLOURS[lines.getSeriesCount() % COLOURS.length]);
        return this;
    }

    CarouselPlot levels(Map<String, Double> levels, int rounds) {
        int grey = 0;
        for (Map.Entry<String, Double> level : levels.entrySet()) {
            XYSeries line = new XYSeries(level.getKey());
            line.add(1, level.getValue());
            line.add(rounds, level.getValue());
            add(line, DASHED, GREYS[grey++ % GREYS.length]);
        }
        return this;
    }

    void write(Path file) {
        VectorGraphics2D drawn = new VectorGraphics2D();
        chart.draw(drawn, SIZE);
        try (OutputStream out = Files.newOutputStream(file)) {
            new SVGProcessor()
                    .getDocument(drawn.getCommands(), new PageSize(SIZE.width, SIZE.height))
                    .writeTo(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** None is Java's default, which would be left out of the file, so that a viewer took its own. */
    private static StandardChartTheme fonts() {
        StandardChartTheme fonts = new StandardChartTheme("sizes that are written");
        fonts.setExtraLargeFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        fonts.setLargeFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        fonts.setRegularFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        return fonts;
    }

    private void add(XYSeries line, BasicStroke stroke, int colour) {
        int series = lines.getSeriesCount();
        lines.addSeries(line);
        renderer.setSeriesStroke(series, stroke);
        renderer.setSeriesPaint(series, new Color(colour));
    }
}

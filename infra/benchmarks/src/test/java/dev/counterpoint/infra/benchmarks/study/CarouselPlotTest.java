package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarouselPlotTest {

    @Test
    void write_draws_curves_in_colour_and_levels_dashed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("picture.svg");

        new CarouselPlot("any", "round", "value")
                .curve("learner", new double[] {0.1, 0.2, 0.3})
                .levels(Map.of("optimum", 0.4), 3)
                .write(file);

        assertThat(Files.readString(file))
                .startsWith("<?xml")
                .contains(">learner</text>", ">optimum</text>", "stroke:rgb(0,114,178)", "stroke-dasharray:6,4");
    }
}

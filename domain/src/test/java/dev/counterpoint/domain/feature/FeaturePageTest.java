package dev.counterpoint.domain.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FeaturePageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("counterpoint.root", ".."), "docs", "guide", "features.md");

    /** With {@code -Dcounterpoint.write-pages=true} the page is written anew. */
    @Test
    void the_reference_page_says_what_the_code_does() throws IOException {
        String page = new FeaturePage(HomeFeatures.all()).text();
        if (Boolean.getBoolean("counterpoint.write-pages")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualTo(page);
    }
}

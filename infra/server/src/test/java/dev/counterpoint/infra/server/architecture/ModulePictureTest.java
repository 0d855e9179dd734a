package dev.counterpoint.infra.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModulePictureTest {
    private static final Path ROOT = Path.of(System.getProperty("counterpoint.root", "../.."));
    private static final Path PAGE =
            ROOT.resolve("docs").resolve("architecture").resolve("modules.md");

    /** With {@code -Dcounterpoint.write-pages=true} the page is written anew. */
    @Test
    void thePicture_showsWhatIsThere() throws IOException {
        String page = ModulePicture.of(
                ROOT,
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.counterpoint"));
        if (Boolean.getBoolean("counterpoint.write-pages")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(page).contains("query_side[\"query-side\"] --> domain[\"domain\"]");
        assertThat(PAGE).content().isEqualTo(page);
    }
}

package dev.counterpoint.infra.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemGuideTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    @Test
    void guide_namesEveryTypeAndNoOther() throws IOException {
        String guide =
                Files.readString(Path.of(System.getProperty("counterpoint.root"), "docs", "guide", "problems.md"));

        TreeSet<String> documented =
                ROW.matcher(guide).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Arrays.stream(ProblemType.values()).map(ProblemType::written),
                                Arrays.stream(Refusal.Reason.values()).map(Refusal.Reason::written))
                        .collect(Collectors.toSet()));
    }
}

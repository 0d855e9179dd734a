package dev.counterpoint.infra.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The one file that shows every key: none is missing, none is without its comment and its environment variable. */
class ConfigurationFileTest {
    private static final Pattern KEY = Pattern.compile("^( *)([a-z-]+):(.*)$");

    @Test
    void everyKeyOfTheRecords_standsInTheFile_andNoOther() throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        collect(CounterpointSettings.class, "counterpoint", keys);

        assertThat(new TreeSet<>(documented().keySet())).containsExactlyElementsOf(keys);
    }

    @Test
    void everyKey_hasACommentThatEndsWithItsEnvironmentVariable() throws IOException {
        documented().forEach((key, comment) -> {
            assertThat(comment).as("comment of " + key).hasSizeGreaterThan(30);
            assertThat(comment).as("comment of " + key).contains(environmentVariable(key));
        });
    }

    private static String environmentVariable(String key) {
        return key.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    /** Comments by key, of the leaves below {@code counterpoint}. */
    private static java.util.Map<String, String> documented() throws IOException {
        java.util.Map<String, String> comments = new java.util.TreeMap<>();
        Deque<String> path = new ArrayDeque<>();
        List<String> comment = new ArrayList<>();
        for (String line : lines()) {
            Matcher key = KEY.matcher(line);
            if (line.strip().startsWith("#")) {
                comment.add(line.strip().substring(1).strip());
            } else if (key.matches()) {
                while (path.size() > key.group(1).length() / 2) {
                    path.removeLast();
                }
                path.addLast(key.group(2));
                if (!key.group(3).isBlank() && path.getFirst().equals("counterpoint")) {
                    comments.put(String.join(".", path), String.join(" ", comment));
                }
                comment.clear();
            } else {
                comment.clear();
            }
        }
        return comments;
    }

    private static List<String> lines() throws IOException {
        return new ClassPathResource("application.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static void collect(Class<?> settings, String prefix, TreeSet<String> keys) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String key = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                collect(component.getType(), key, keys);
            } else {
                keys.add(key);
            }
        }
    }
}

package dev.counterpoint.infra.server.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws who depends on whom: modules by their build files, features within a side by their classes. */
final class ModulePicture {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern OURS = Pattern.compile(
            "<dependency>\\s*<groupId>dev\\.counterpoint</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);
    private static final String BASE = "dev.counterpoint.";

    private ModulePicture() {}

    static String of(Path root, JavaClasses classes) {
        StringBuilder page = new StringBuilder("""
                # The modules, and who knows whom

                Written from the build and the classes; a test fails when this page is stale. An arrow means "depends on". The rules behind it are
                in `ArchitectureTest`.

                ## Modules
                """);
        draw(page, modules(root));
        for (String side : List.of("domain", "command", "query")) {
            page.append("\n## Within `").append(side).append("`\n");
            draw(page, features(side, classes));
        }
        return page.toString();
    }

    private static void draw(StringBuilder page, Map<String, Set<String>> arrows) {
        page.append("```mermaid\ngraph LR\n");
        arrows.forEach((from, targets) -> {
            if (targets.isEmpty()) {
                page.append("  ").append(node(from)).append('\n');
            }
            targets.forEach(to -> page.append("  ")
                    .append(node(from))
                    .append(" --> ")
                    .append(node(to))
                    .append('\n'));
        });
        page.append("```\n");
    }

    private static String node(String name) {
        return name.replaceAll("[^a-z]", "_") + "[\"" + name + "\"]";
    }

    /** By path below the root; test dependencies left out. */
    private static Map<String, Set<String>> modules(Path root) {
        Map<String, String> paths = new LinkedHashMap<>();
        Matcher module = MODULE.matcher(read(root.resolve("pom.xml")));
        while (module.find()) {
            Matcher artifact =
                    ARTIFACT.matcher(read(root.resolve(module.group(1)).resolve("pom.xml")));
            if (artifact.find()) {
                paths.put(artifact.group(1), module.group(1));
            }
        }
        Map<String, Set<String>> arrows = new TreeMap<>();
        paths.forEach((artifact, path) -> {
            Set<String> targets = arrows.computeIfAbsent(path, any -> new TreeSet<>());
            Matcher used = OURS.matcher(read(root.resolve(path).resolve("pom.xml")));
            while (used.find()) {
                if (!used.group(2).contains("<scope>test</scope>")) {
                    targets.add(paths.getOrDefault(used.group(1), used.group(1)));
                }
            }
        });
        return arrows;
    }

    private static Map<String, Set<String>> features(String side, JavaClasses classes) {
        String prefix = BASE + side + ".";
        Map<String, Set<String>> arrows = new TreeMap<>();
        classes.stream().filter(each -> each.getName().startsWith(prefix)).forEach(each -> {
            String from = featureOf(each.getPackageName(), prefix);
            Set<String> targets = arrows.computeIfAbsent(from, any -> new TreeSet<>());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (target.startsWith(prefix) && !featureOf(target, prefix).equals(from)) {
                    targets.add(featureOf(target, prefix));
                }
            }
        });
        arrows.remove("");
        return arrows;
    }

    private static String featureOf(String packageName, String prefix) {
        String rest = packageName.length() > prefix.length() ? packageName.substring(prefix.length()) : "";
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

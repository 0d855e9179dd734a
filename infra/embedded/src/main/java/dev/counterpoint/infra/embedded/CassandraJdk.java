package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Finds a JDK that Cassandra 5.0 runs on: 17, or 11. Newer ones have no security manager, and it dies on them. */
final class CassandraJdk {
    private static final List<Integer> SUPPORTED = List.of(17, 11);
    private static final List<String> VARIABLES =
            List.of("JAVA_HOME_17", "JAVA17_HOME", "JAVA_HOME_17_X64", "JAVA_HOME");

    private CassandraJdk() {}

    /** The home of the JDK: the one that runs this if it will do, else one that the environment or the usual folders hold. */
    static Path find() {
        List<Path> candidates = new ArrayList<>();
        candidates.add(Path.of(System.getProperty("java.home")));
        candidates.addAll(named(System.getenv()));
        candidates.addAll(within(usualFolders()));
        return choose(candidates);
    }

    /** @throws EmbeddedServerException if none of the homes will do */
    static Path choose(List<Path> homes) {
        for (int version : SUPPORTED) {
            for (Path home : homes) {
                if (versionOf(home) == version
                        && Files.isExecutable(home.resolve("bin").resolve("java"))) {
                    return home;
                }
            }
        }
        throw new EmbeddedServerException(
                "Cassandra needs a JDK 17, and none was found: install one, or let JAVA_HOME_17 name its folder.");
    }

    private static List<Path> named(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(environment::get)
                .filter(value -> value != null && !value.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static List<Path> usualFolders() {
        Path home = Path.of(System.getProperty("user.home"));
        return List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/usr/java"),
                Path.of("/opt/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                home.resolve(Path.of(".sdkman", "candidates", "java")),
                home.resolve(".jdks"));
    }

    /** The homes right below some folders, those of macOS's bundles included. */
    static List<Path> within(List<Path> folders) {
        List<Path> homes = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    entries.sorted().forEach(entry -> {
                        homes.add(entry);
                        homes.add(entry.resolve("Contents").resolve("Home"));
                    });
                } catch (IOException unreadable) {
                    // A folder that cannot be read holds no JDK for us.
                }
            }
        }
        return homes;
    }

    private static int versionOf(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release)) {
            return -1;
        }
        try (Reader reader = Files.newBufferedReader(release)) {
            Properties properties = new Properties();
            properties.load(reader);
            String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
            return version.isEmpty() ? -1 : Runtime.Version.parse(version).feature();
        } catch (IOException | IllegalArgumentException unreadable) {
            return -1;
        }
    }
}

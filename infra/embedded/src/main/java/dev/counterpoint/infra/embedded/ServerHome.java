package dev.counterpoint.infra.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the class paths of the servers lie.
 *
 * @param cassandra folder of jars
 * @param kafka folder of jars
 */
public record ServerHome(Path cassandra, Path kafka) {
    /** The system property that names the root: a built tree of the project, or an installation. */
    public static final String ROOT_PROPERTY = "counterpoint.root";

    /** @throws EmbeddedServerException if there is no root or it holds no servers */
    public static ServerHome ofSystemProperty() {
        String root = System.getProperty(ROOT_PROPERTY);
        if (root == null) {
            throw new EmbeddedServerException(
                    "The system property " + ROOT_PROPERTY + " must name the folder of Counterpoint.");
        }
        return of(Path.of(root));
    }

    /** @throws EmbeddedServerException if the root holds no servers */
    public static ServerHome of(Path root) {
        return new ServerHome(libraryOf(root, "cassandra"), libraryOf(root, "kafka"));
    }

    private static Path libraryOf(Path root, String server) {
        Path installed = root.resolve(Path.of("servers", server, "lib"));
        Path built = root.resolve(Path.of("infra", "embedded", "servers", server, "target", "lib"));
        Path found = Files.isDirectory(installed) ? installed : built;
        if (!Files.isDirectory(found)) {
            throw new EmbeddedServerException("There is no " + server + " in "
                    + Objects.requireNonNull(built.getParent()).getParent() + ": build Counterpoint first.");
        }
        return found.toAbsolutePath();
    }
}

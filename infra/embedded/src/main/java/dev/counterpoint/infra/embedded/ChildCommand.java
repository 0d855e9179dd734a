package dev.counterpoint.infra.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What it takes to run a server as a child.
 *
 * @param java home of the JDK
 * @param library folder of the server's jars
 * @param options of the virtual machine
 * @param program the server's main class and its arguments
 */
record ChildCommand(Path java, Path library, List<String> options, List<String> program) {
    private static final String CHILD_CLASS = ChildMain.class.getName().replace('.', '/') + ".class";

    ChildCommand {
        options = List.copyOf(options);
        program = List.copyOf(program);
    }

    /** The words of the command line. */
    List<String> words(Path folder) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(java.resolve("bin").resolve("java").toString());
        words.addAll(options);
        words.add("-cp");
        words.add(childClasses(folder) + File.pathSeparator + library.resolve("*"));
        words.add(ChildMain.class.getName());
        words.addAll(program);
        return words;
    }

    /** The child's one class is copied out, since it may lie in a jar within a jar, which no class path can name. */
    private static Path childClasses(Path folder) throws IOException {
        Path classes = folder.resolve("child");
        Path target = classes.resolve(CHILD_CLASS);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream bytes = Objects.requireNonNull(
                ChildMain.class.getClassLoader().getResourceAsStream(CHILD_CLASS), CHILD_CLASS)) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return classes;
    }
}

package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a server said last, for the sentence that tells why it is not there. */
final class Complaint {
    private static final List<String> TELLING =
            List.of("No space left", "Address already in use", "OutOfMemory", "ERROR", "Exception");

    private Complaint() {}

    static String in(Path log) {
        List<String> lines;
        try {
            lines = Arrays.asList(new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException unreadable) {
            return "it left no log at " + log;
        }
        for (String telling : TELLING) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).contains(telling)) {
                    return lines.get(i).trim() + " (see " + log + ")";
                }
            }
        }
        return "see " + log;
    }
}

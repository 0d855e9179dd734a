package dev.counterpoint.infra.cli.lifecycle;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the platform itself tells in a log that another process writes, line by line as it grows. Not thread-safe. */
final class LogTail {
    /** A line of the platform's own that is for people: what libraries say and what is for programmers stays in the log. */
    private static final Pattern OWN =
            Pattern.compile("\\S+ (?:INFO|WARN|ERROR) +dev\\.counterpoint\\.\\S+ \\[.*?] \\[.*?] (.*)");

    private final Path file;
    private long offset;

    LogTail(Path file) {
        this.file = file;
    }

    /** The messages since the last call. */
    List<String> news() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> messages = new ArrayList<>();
        for (String line : wholeLines().split("\n")) {
            Matcher own = OWN.matcher(line.strip());
            if (own.matches()) {
                messages.add(own.group(1));
            }
        }
        return messages;
    }

    private String wholeLines() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(Math.max(log.length() - offset, 0), 1 << 20)];
            log.seek(offset);
            log.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            offset += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}

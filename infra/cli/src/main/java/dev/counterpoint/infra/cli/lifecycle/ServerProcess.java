package dev.counterpoint.infra.cli.lifecycle;

import dev.counterpoint.infra.cli.platform.DataFolder;
import dev.counterpoint.infra.cli.platform.RunningServer;
import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The server as a child of this process. Its log goes to a file, what it says of a failed start comes here. */
final class ServerProcess {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    private final DataFolder data;
    private final Path log;
    private final Process process;
    private final LastWords words;

    private ServerProcess(DataFolder data, Path log, Process process) {
        this.data = data;
        this.log = log;
        this.process = process;
        this.words = new LastWords(process.getErrorStream());
    }

    /** @param endWithParent whether its standard input is a pipe from here, or nothing */
    static ServerProcess start(DataFolder data, List<String> command, boolean endWithParent) {
        try {
            Path log = freshLog(data);
            Process process = new ProcessBuilder(command)
                    .redirectInput(endWithParent ? Redirect.PIPE : Redirect.from(new File("/dev/null")))
                    .redirectOutput(log.toFile())
                    .start();
            return new ServerProcess(data, log, process);
        } catch (IOException failed) {
            throw new CommandFailedException(
                    Exit.FAILED, "The server cannot be started: " + Sentences.of(failed) + ".");
        }
    }

    /**
     * Waits until the server is ready.
     *
     * @param news told what the server says on its way
     * @throws CommandFailedException if it ends before, with what it said; or takes too long, and is ended
     */
    RunningServer awaitReady(Consumer<String> news) {
        LogTail tail = new LogTail(log);
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline) {
            boolean ended = endedWithin(BETWEEN_LOOKS);
            tail.news().forEach(news);
            if (ended) {
                throw new CommandFailedException(Exit.of(process.exitValue()), whyItEnded());
            }
            RunningServer server =
                    data.running().filter(found -> found.pid() == process.pid()).orElse(null);
            if (server != null) {
                return server;
            }
        }
        stop();
        throw new CommandFailedException(
                Exit.FAILED,
                "The server was not ready within " + LONGEST_START.toMinutes() + " minutes. Its log is " + log + ".");
    }

    /** Waits for the end, whoever causes it. */
    Exit awaitEnd() {
        while (!endedWithin(Duration.ofDays(1))) {
            // Servers run for long.
        }
        return isOrderly(process.exitValue()) ? Exit.OK : Exit.of(process.exitValue());
    }

    String whyItEnded() {
        return words.of().orElse("The server ended with status " + process.exitValue() + ". Its log is " + log + ".");
    }

    /** Asks the server to end, and sees to it that it does. */
    void stop() {
        process.destroy();
        if (!endedWithin(LONGEST_STOP)) {
            process.destroyForcibly();
            endedWithin(LONGEST_STOP);
        }
    }

    Path log() {
        return log;
    }

    private boolean endedWithin(Duration duration) {
        try {
            return process.waitFor(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Exit.FAILED, "The command was interrupted.");
        }
    }

    /** 143: by a signal that asks to end. */
    private static boolean isOrderly(int status) {
        return status == 0 || status == 143;
    }

    private static Path freshLog(DataFolder data) throws IOException {
        Path log = data.logs().resolve("server.log");
        if (Files.exists(log)) {
            Files.move(log, data.logs().resolve("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }
}

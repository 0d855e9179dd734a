package dev.counterpoint.infra.cli.platform;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The folder that holds everything a platform keeps.
 *
 * @param path absolute
 */
public record DataFolder(Path path) {
    /** Below this the stores would fail half-way up. */
    private static final long NEEDED_BYTES = 256L << 20;

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** What the server wrote of itself when it was ready. */
    Path serverFile() {
        return path.resolve("server.json");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path imports() {
        return path.resolve("imports");
    }

    /**
     * Makes the folder where it is missing, and the keys in it that the server must not make.
     *
     * @throws CommandFailedException if it cannot be made, or hardly anything can be written to it
     */
    public void prepare() {
        prepare(NEEDED_BYTES);
    }

    void prepare(long neededBytes) {
        try {
            Files.createDirectories(logs());
            long usable = Files.getFileStore(path).getUsableSpace();
            if (usable < neededBytes) {
                throw new CommandFailedException(
                        Exit.DISK_FULL,
                        "The disk of " + path + " is full: " + (usable >> 20) + " MiB are free, Counterpoint needs "
                                + (neededBytes >> 20) + " MiB to start.");
            }
            new CheckpointKeyFiles(path.resolve("keys")).makeMissing();
        } catch (IOException failed) {
            throw new CommandFailedException(
                    Exit.FAILED, "The data folder " + path + " cannot be used: " + Sentences.of(failed));
        }
    }

    /** The server that runs on this folder; empty where none does, whatever a dead one left behind. */
    public Optional<RunningServer> running() {
        return RunningServer.read(serverFile()).filter(RunningServer::isAlive);
    }

    /**
     * The server that runs on this folder and listens at the port, where one is named.
     *
     * @throws CommandFailedException if there is none
     */
    public RunningServer running(Optional<Integer> port) {
        RunningServer server = running().orElseThrow(this::notRunning);
        port.filter(named -> named != server.port()).ifPresent(named -> {
            throw new CommandFailedException(
                    Exit.NOT_RUNNING,
                    "The platform on " + path + " listens at port " + server.port() + ", not " + named + ".");
        });
        return server;
    }

    /**
     * The process that holds the folder, also while it starts or ends, and where the description of it was lost; empty if none does. Only
     * a process that lived when the lock was written is taken for it.
     */
    public Optional<ProcessHandle> holder() {
        Path lock = path.resolve("lock");
        try {
            Instant written = Files.getLastModifiedTime(lock).toInstant();
            return ProcessHandle.of(Long.parseLong(Files.readString(lock).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .map(start -> !start.isAfter(written))
                            .orElse(true));
        } catch (IOException | NumberFormatException nobody) {
            return Optional.empty();
        }
    }

    /** A command line on this folder, to copy. */
    public String command(String name) {
        return "./counterpoint " + name + " --data " + path;
    }

    private CommandFailedException notRunning() {
        return new CommandFailedException(
                Exit.NOT_RUNNING,
                holder().map(process ->
                                "Counterpoint on " + path + " starts or ends, or its description " + serverFile()
                                        + " was lost: process " + process.pid()
                                        + " holds the folder. It ends with: " + command("stop"))
                        .orElse("Counterpoint is not running on " + path + ". Start it with: " + command("up")));
    }
}

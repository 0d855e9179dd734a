package dev.counterpoint.infra.server.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** The file {@code server.json} in the data folder: there while the server is ready, and says where. After a crash it is left over. */
public final class ServerCard {
    private final Path file;

    ServerCard(Path data) {
        this.file = data.resolve("server.json");
    }

    /** Written beside and moved into place, so that no half a card is ever read. */
    public void write(Content content) {
        try {
            Path beside = file.resolveSibling("server.json.new");
            Files.write(beside, JsonMapper.shared().writeValueAsBytes(content));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + file + " cannot be written", failed);
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + file + " cannot be removed", failed);
        }
    }

    /** @param startedAt of the process, by the machine's clock */
    public record Content(long pid, String address, int port, Instant startedAt, String version) {}
}

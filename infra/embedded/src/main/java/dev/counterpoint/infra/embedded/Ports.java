package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The ports of one server: chosen among the free ones at first, then kept in its folder for as long as they stay free. */
final class Ports {
    private final Path file;
    private final Properties kept = new Properties();

    Ports(Path folder) throws IOException {
        file = folder.resolve("ports.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        }
    }

    /** The port for a purpose, free at this moment. */
    int of(String purpose) {
        int before = Integer.parseInt(kept.getProperty(purpose, "0"));
        int port = before != 0 && isFree(before) ? before : anyFree();
        kept.setProperty(purpose, Integer.toString(port));
        return port;
    }

    void keep() throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            kept.store(writer, null);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}

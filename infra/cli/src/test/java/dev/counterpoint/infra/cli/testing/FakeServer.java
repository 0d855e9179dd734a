package dev.counterpoint.infra.cli.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A process that behaves towards the command as the server does, without stores: it describes itself when it is ready, ends on a
 * signal, with its parent, or refuses to start, as a file {@code behaviour} in the data folder says.
 */
public final class FakeServer {
    private FakeServer() {}

    /** Lays the server out as a build does, below a root. */
    public static Path builtIn(Path root) throws IOException {
        Path jar = Files.createDirectories(root.resolve("infra/server/target")).resolve("server-0.1-exec.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeServer.class.getName());
        String name = FakeServer.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest);
                InputStream classFile = FakeServer.class.getClassLoader().getResourceAsStream(name)) {
            entries.putNextEntry(new JarEntry(name));
            classFile.transferTo(entries);
        }
        return root;
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> settings = settings(arguments);
        Path data = Path.of(settings.get("counterpoint.data"));
        Path behaviour = data.resolve("behaviour");
        String what = Files.exists(behaviour) ? Files.readString(behaviour) : "ready";
        if (settings.get("counterpoint.end-with-parent").equals("true")) {
            endWithParent();
        }
        log("INFO ", "Cassandra comes up");
        if (what.startsWith("refuse ")) {
            System.err.println("WARNING: A terminally deprecated method in java.lang.System has been called");
            System.err.println(
                    "java.lang.IllegalStateException: never shown\n\tat a.b.C.d(C.java:1)\nCassandra cannot start.");
            System.exit(Integer.parseInt(what.substring("refuse ".length())));
        }
        ready(data, Integer.parseInt(settings.get("server.port")));
    }

    private static void ready(Path data, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            byte[] health = "{\"status\":\"UP\",\"components\":{\"cassandra\":{\"status\":\"UP\"}}}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, health.length);
            exchange.getResponseBody().write(health);
            exchange.close();
        });
        server.start();
        Path card = data.resolve("server.json");
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        Path beside = Files.writeString(
                data.resolve("server.json.new"),
                "{\"pid\":%d,\"address\":\"127.0.0.1\",\"port\":%d,\"startedAt\":\"%s\",\"version\":\"fake\"}"
                        .formatted(ProcessHandle.current().pid(), port, started));
        Files.move(beside, card);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Files.writeString(data.resolve("ended"), "in an orderly way");
                Files.delete(card);
            } catch (IOException lost) {
                log("ERROR", lost.toString());
            }
        }));
    }

    private static void endWithParent() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Only the end counts.
                }
            } catch (IOException ended) {
                // So it does.
            }
            System.exit(0);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private static void log(String level, String message) {
        System.out.println("2026-01-01T00:00:00.000Z " + level + " dev.counterpoint.infra.Fake [main] [] " + message);
        System.out.println("2026-01-01T00:00:00.000Z " + level + " org.library.Noise [main] [] never shown");
    }

    private static Map<String, String> settings(String[] arguments) {
        Map<String, String> settings = new TreeMap<>();
        for (String argument : arguments) {
            String[] parts = argument.substring(2).split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return settings;
    }
}

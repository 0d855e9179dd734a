package dev.counterpoint.infra.benchmarks.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A client that makes one call after the other on one connection, in the caller's thread: no time goes into waking others. */
public final class HttpClientOfOne {
    private static final int TIMEOUT_MS = (int) Duration.ofSeconds(30).toMillis();

    private final URI platform;

    public HttpClientOfOne(URI platform) {
        this.platform = platform;
    }

    /** The body of the answer. */
    public String get(String path) {
        return send("GET", path, null);
    }

    public String put(String path, String json) {
        return send("PUT", path, json);
    }

    public String post(String path, String json) {
        return send("POST", path, json);
    }

    /** @throws IllegalStateException if the answer is not 2xx: a benchmark that measures refusals says nothing */
    private String send(String method, String path, @Nullable String json) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) platform.resolve(path).toURL().openConnection();
            call.setRequestMethod(method);
            call.setConnectTimeout(TIMEOUT_MS);
            call.setReadTimeout(TIMEOUT_MS);
            if (json != null) {
                write(call, json.getBytes(StandardCharsets.UTF_8));
            }
            int status = call.getResponseCode();
            String body = read(status < 400 ? call.getInputStream() : call.getErrorStream());
            if (status / 100 != 2) {
                throw new IllegalStateException(path + " answered " + status + ": " + body);
            }
            return body;
        } catch (IOException failed) {
            throw new IllegalStateException("no answer from " + platform, failed);
        }
    }

    private static void write(HttpURLConnection call, byte[] body) throws IOException {
        call.setDoOutput(true);
        call.setRequestProperty("Content-Type", "application/json");
        call.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = call.getOutputStream()) {
            out.write(body);
        }
    }

    private static String read(@Nullable InputStream in) throws IOException {
        if (in == null) {
            return "";
        }
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

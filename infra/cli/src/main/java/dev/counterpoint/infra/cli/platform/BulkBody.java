package dev.counterpoint.infra.cli.platform;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Iterator;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Lines as NDJSON, written some hundreds at a time while they are sent. */
final class BulkBody {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LINES_AT_ONCE = 256;

    private BulkBody() {}

    static BodyPublisher of(List<? extends BulkLine> lines) {
        return BodyPublishers.ofByteArrays(() -> chunks(lines));
    }

    static byte[] bytes(List<? extends BulkLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(lines.size() * 160);
        for (BulkLine line : lines) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
                line.writeTo(json);
            }
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    private static Iterator<byte[]> chunks(List<? extends BulkLine> lines) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < lines.size();
            }

            @Override
            public byte[] next() {
                int from = next;
                next = Math.min(from + LINES_AT_ONCE, lines.size());
                return bytes(lines.subList(from, next));
            }
        };
    }
}

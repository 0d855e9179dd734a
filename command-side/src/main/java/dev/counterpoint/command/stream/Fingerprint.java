package dev.counterpoint.command.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first 128 bits of a SHA-256 over content in a canonical binary form: equal content, equal fingerprint, for ever. */
public record Fingerprint(long high, long low) {

    public static Fingerprint of(String text) {
        return new Writer().text(text).finish();
    }

    /** Takes the parts of some content, each with its length or presence, so that no two contents are written alike. */
    public static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        private final DataOutputStream out = new DataOutputStream(bytes);

        public Writer text(@Nullable String text) {
            return write(() -> {
                byte[] utf8 = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8 == null ? -1 : utf8.length);
                if (utf8 != null) {
                    out.write(utf8);
                }
            });
        }

        public Writer texts(List<String> texts) {
            number((long) texts.size());
            texts.forEach(this::text);
            return this;
        }

        public Writer number(@Nullable Long number) {
            return write(() -> {
                out.writeBoolean(number != null);
                if (number != null) {
                    out.writeLong(number);
                }
            });
        }

        public Writer flag(boolean flag) {
            return write(() -> out.writeBoolean(flag));
        }

        public Writer instant(Instant instant) {
            return write(() -> {
                out.writeLong(instant.getEpochSecond());
                out.writeInt(instant.getNano());
            });
        }

        /** By their bits: 0.0 and -0.0 differ. */
        public Writer floats(float @Nullable [] floats) {
            return write(() -> {
                out.writeInt(floats == null ? -1 : floats.length);
                if (floats != null) {
                    for (float value : floats) {
                        out.writeInt(Float.floatToRawIntBits(value));
                    }
                }
            });
        }

        public Fingerprint finish() {
            try {
                ByteBuffer hash =
                        ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
                return new Fingerprint(hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }

        private Writer write(Part part) {
            try {
                part.write();
                return this;
            } catch (IOException impossible) {
                throw new UncheckedIOException("memory does not fail", impossible);
            }
        }

        private interface Part {
            void write() throws IOException;
        }
    }
}

package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file to import, recognised by what is in it, wherever it lies.
 *
 * @param fingerprint the first 8 bytes of the SHA-256 over its first 64 MiB and its size, as 16 hexadecimal digits
 */
record SourceFile(Path path, String fingerprint) {
    private static final int READ_BYTES = 64 << 20;
    private static final int DIGEST_BYTES = 8;

    static SourceFile of(Path path) {
        try (InputStream bytes = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.readNBytes(READ_BYTES));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, Files.size(path)));
            return new SourceFile(path, HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES));
        } catch (IOException failed) {
            throw new CommandFailedException(
                    Exit.BROKEN_INPUT, path + " cannot be read: " + Sentences.of(failed) + ".");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }
}

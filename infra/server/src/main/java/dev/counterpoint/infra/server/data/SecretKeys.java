package dev.counterpoint.infra.server.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The keys of the platform: 32 random bytes each, in a file that only its owner can read, made once and never changed. */
public final class SecretKeys {
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /** @param data the data folder; the keys are in {@code keys} below it */
    public SecretKeys(Path data) {
        this.folder = data.resolve("keys");
    }

    /**
     * The key of a name; made where it is missing.
     *
     * @throws IllegalStateException if the file is not a key
     */
    public byte[] of(String name) {
        Path file = folder.resolve(name + ".key");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("The key " + file + " must have 32 bytes, but has " + key.length + ".");
            }
            return key;
        } catch (IOException failed) {
            throw new UncheckedIOException("The key " + file + " cannot be used", failed);
        }
    }

    /** Written beside and moved into place, so that no half a key is ever read. */
    private void make(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        Path beside = Files.createTempFile(folder, "new", ".key", ownerOnly());
        Files.write(beside, key);
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // Theirs is the key.
        } finally {
            Files.delete(beside);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

package dev.counterpoint.infra.cli.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Makes the pair of keys that a platform's checkpoints are signed with: Ed25519 in PEM. The server only reads them. */
final class CheckpointKeyFiles {
    private final Path folder;

    CheckpointKeyFiles(Path folder) {
        this.folder = folder;
    }

    /** Leaves what is there. */
    void makeMissing() throws IOException {
        Path signing = folder.resolve("checkpoints.pem");
        if (Files.exists(signing)) {
            return;
        }
        Files.createDirectories(folder);
        KeyPair pair = pair();
        write(
                folder.resolve("checkpoints.pub.pem"),
                "PUBLIC KEY",
                pair.getPublic().getEncoded());
        write(signing, "PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /** Moved into place, so that no half a key is ever read. */
    private void write(Path file, String kind, byte[] key) throws IOException {
        String pem = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END " + kind + "-----\n";
        Path beside = Files.createTempFile(folder, "new", ".pem", ownerOnly());
        Files.writeString(beside, pem, StandardCharsets.US_ASCII);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", impossible);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

package dev.counterpoint.infra.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The key of checkpoints, made by whoever starts a server. */
final class SigningKey {
    private SigningKey() {}

    static void make(Path folder) throws IOException, NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.createDirectories(folder);
        write(
                folder.resolve("checkpoints.pem"),
                "PRIVATE KEY",
                pair.getPrivate().getEncoded());
        write(
                folder.resolve("checkpoints.pub.pem"),
                "PUBLIC KEY",
                pair.getPublic().getEncoded());
    }

    private static void write(Path file, String kind, byte[] key) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + kind
                        + "-----\n");
    }
}

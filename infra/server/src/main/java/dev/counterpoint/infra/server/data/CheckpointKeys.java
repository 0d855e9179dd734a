package dev.counterpoint.infra.server.data;

import dev.counterpoint.domain.proof.CheckpointSeal;
import dev.counterpoint.infra.server.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * The keys that checkpoints are signed and verified with: a pair of PEM files that the server reads and never writes. {@code openssl genpkey -algorithm
 * ed25519 -out checkpoints.pem} and {@code openssl pkey -in checkpoints.pem -pubout -out checkpoints.pub.pem} make one.
 */
public final class CheckpointKeys {
    private CheckpointKeys() {}

    /**
     * @param signing PKCS #8; the public key is beside it, with {@code .pub.pem} in place of {@code .pem}
     * @return empty where there is no such file
     * @throws StartRefusedException if the files are not such keys
     */
    public static Optional<CheckpointSeal> read(Path signing) {
        if (!Files.exists(signing)) {
            return Optional.empty();
        }
        Path verifying = publicKeyOf(signing);
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            return Optional.of(new CheckpointSeal(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(signing))),
                    keys.generatePublic(new X509EncodedKeySpec(bytes(verifying)))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new StartRefusedException(
                    "The keys of checkpoints cannot be used: " + signing
                            + " must be an Ed25519 key in PEM (PKCS #8), and " + verifying + " its public key.",
                    unusable);
        }
    }

    private static Path publicKeyOf(Path signing) {
        String name = String.valueOf(signing.getFileName());
        return signing.resolveSibling(name.replaceAll("\\.pem$", "") + ".pub.pem");
    }

    private static byte[] bytes(Path pem) throws IOException {
        String content = Files.readString(pem, StandardCharsets.US_ASCII)
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        return Base64.getDecoder().decode(content);
    }
}

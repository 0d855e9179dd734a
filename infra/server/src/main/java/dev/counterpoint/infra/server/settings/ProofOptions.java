package dev.counterpoint.infra.server.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How what was written is vouched for.
 *
 * @param signingKey a PEM file (PKCS #8) with an Ed25519 key; empty: {@code keys/checkpoints.pem} of the data folder, if it is there
 * @param anchors the folder that has a copy of every checkpoint; empty: {@code anchors} of the data folder
 * @param interval between checkpoints
 */
public record ProofOptions(String signingKey, String anchors, Duration interval) {
    public ProofOptions {
        interval = Required.positive("counterpoint.proof.interval", interval);
    }

    /** @param data the data folder */
    public Path signingKeyFile(Path data) {
        return signingKey.isBlank() ? data.resolve("keys").resolve("checkpoints.pem") : Path.of(signingKey);
    }

    /** @param data the data folder */
    public Path anchorFolder(Path data) {
        return anchors.isBlank() ? data.resolve("anchors") : Path.of(anchors);
    }
}

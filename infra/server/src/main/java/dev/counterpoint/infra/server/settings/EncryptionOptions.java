package dev.counterpoint.infra.server.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The master key that the keys of listeners are wrapped with.
 *
 * @param keystore a PKCS #12 file with AES keys of 256 bits; empty: a key in the data folder
 * @param password of the keystore and its keys
 * @param masterKey the alias of the key that wraps; the others only unwrap
 */
public record EncryptionOptions(String keystore, String password, String masterKey) {
    public EncryptionOptions {
        masterKey = Required.of("counterpoint.encryption.master-key", masterKey);
        if (!keystore.isBlank() && password.isBlank()) {
            throw new IllegalArgumentException(
                    "counterpoint.encryption.keystore needs counterpoint.encryption.password");
        }
    }

    public Optional<Path> keystoreFile() {
        return keystore.isBlank() ? Optional.empty() : Optional.of(Path.of(keystore));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return masterKey + " of " + keystore;
    }
}

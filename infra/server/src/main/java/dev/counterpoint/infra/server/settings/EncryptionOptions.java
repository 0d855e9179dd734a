package dev.counterpoint.infra.server.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The master key that the keys of listeners are wrapped with.
 *
 * @param keystore a PKCS #12 file with AES keys of 256 bits; null: a key in the data folder
 * @param password of the keystore and its keys
 * @param masterKey the alias of the key that wraps; the others only unwrap
 */
public record EncryptionOptions(
        @Nullable Path keystore, @Nullable String password, String masterKey) {
    public EncryptionOptions {
        masterKey = Required.of("counterpoint.encryption.master-key", masterKey);
        if (keystore != null && (password == null || password.isBlank())) {
            throw new IllegalArgumentException(
                    "counterpoint.encryption.keystore needs counterpoint.encryption.password");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return masterKey + " of " + keystore;
    }
}

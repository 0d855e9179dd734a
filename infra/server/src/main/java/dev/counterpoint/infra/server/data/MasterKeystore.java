package dev.counterpoint.infra.server.data;

import dev.counterpoint.domain.encryption.MasterKeys;
import dev.counterpoint.infra.server.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Reads master keys out of a keystore file (PKCS #12), as {@code keytool -genseckey -keyalg AES -keysize 256} makes them. */
public final class MasterKeystore {
    private MasterKeystore() {}

    /**
     * @param masterKey the alias of the key that wraps
     * @throws StartRefusedException if the file is not such a keystore, or has no such key
     */
    public static MasterKeys open(Path file, String password, String masterKey) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return new MasterKeys(masterKey, keysOf(store, password));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new StartRefusedException(
                    "The keystore " + file
                            + " cannot be used: it must be a PKCS #12 file under the given password, with an"
                            + " AES key of 256 bits under the alias " + masterKey + ".",
                    unusable);
        }
    }

    private static Map<String, byte[]> keysOf(KeyStore store, String password) throws GeneralSecurityException {
        Map<String, byte[]> keys = new HashMap<>();
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password.toCharArray());
            if (key != null && key.getAlgorithm().equals("AES")) {
                keys.put(alias, key.getEncoded());
            }
        }
        return keys;
    }
}

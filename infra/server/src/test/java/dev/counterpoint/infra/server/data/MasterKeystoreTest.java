package dev.counterpoint.infra.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.encryption.ContentPlace;
import dev.counterpoint.domain.encryption.MasterKeys;
import dev.counterpoint.infra.server.StartRefusedException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeystoreTest {
    private static final ContentPlace PLACE = ContentPlace.of("key", "l-1");

    @TempDir
    private Path folder;

    @Test
    void theKeysOfTheFile_wrapAndUnwrap() throws Exception {
        byte[] old = key(1);
        byte[] wrapped = new MasterKeys("old", Map.of("old", old)).wrap(PLACE, new byte[] {7});
        Path file = keystore(Map.of("old", old, "new", key(2)));

        MasterKeys keys = MasterKeystore.open(file, "a password", "new");

        assertThat(keys.masterId()).isEqualTo("new");
        assertThat(keys.unwrap("old", PLACE, wrapped)).containsExactly(7);
        assertThat(keys.unwrap("new", PLACE, keys.wrap(PLACE, new byte[] {8}))).containsExactly(8);
    }

    @Test
    void aFileThatDoesNotServe_refusesTheStart() throws Exception {
        Path file = keystore(Map.of("old", key(1)));
        Path noKeystore = Files.write(folder.resolve("text"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> MasterKeystore.open(file, "another", "old")).isInstanceOf(StartRefusedException.class);
        assertThatThrownBy(() -> MasterKeystore.open(file, "a password", "lost"))
                .isInstanceOf(StartRefusedException.class);
        assertThatThrownBy(() -> MasterKeystore.open(noKeystore, "a password", "old"))
                .isInstanceOf(StartRefusedException.class);
        assertThatThrownBy(() -> MasterKeystore.open(folder.resolve("missing"), "a password", "old"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("missing");
    }

    private Path keystore(Map<String, byte[]> keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Map.Entry<String, byte[]> key : keys.entrySet()) {
            store.setEntry(
                    key.getKey(),
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(key.getValue(), "AES")),
                    new KeyStore.PasswordProtection("a password".toCharArray()));
        }
        Path file = folder.resolve("master.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "a password".toCharArray());
        }
        return file;
    }

    private static byte[] key(int of) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) of);
        return key;
    }
}

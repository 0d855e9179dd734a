package dev.counterpoint.infra.benchmarks.store;

import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.MasterKeys;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.infra.cassandra.CassandraStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The keys of a platform that keeps them in its data folder, as its first start made them. */
public final class DataFolderKeys {
    private static final String MASTER = "master-1";

    private final Path folder;

    /** @param data the data folder */
    public DataFolderKeys(Path data) {
        this.folder = data.resolve("keys");
    }

    public Pseudonyms pseudonyms() {
        return new Pseudonyms(key("platform"));
    }

    /** @param stores of the platform */
    public ContentProtection protection(CassandraStores stores) {
        return new ContentProtection(stores.contentKeys(new MasterKeys(MASTER, Map.of(MASTER, key("master")))));
    }

    private byte[] key(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name + ".key"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

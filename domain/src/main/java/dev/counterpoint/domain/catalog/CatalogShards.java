package dev.counterpoint.domain.catalog;

import dev.counterpoint.domain.event.StreamId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;

/** The 64 streams that hold the catalogue; a card, shelf or rule belongs to shard {@code SHA-256(id)[0] & 63}, for ever. */
public final class CatalogShards {
    public static final int COUNT = 64;

    private static final List<StreamId> STREAMS = IntStream.range(0, COUNT)
            .mapToObj(shard -> new StreamId("catalog-" + shard / 10 + shard % 10))
            .toList();

    private CatalogShards() {}

    public static int shardOf(CardId cardId) {
        return shardOf(cardId.value());
    }

    public static int shardOf(ShelfId shelfId) {
        return shardOf(shelfId.value());
    }

    public static int shardOf(RuleId ruleId) {
        return shardOf(ruleId.value());
    }

    public static StreamId stream(int shard) {
        return STREAMS.get(shard);
    }

    /** All shard streams, by shard. */
    public static List<StreamId> streams() {
        return STREAMS;
    }

    private static int shardOf(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8))[0] & (COUNT - 1);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import java.util.List;

/** A card that was played. */
final class RecentEntry extends Entry<RecentEntry> {
    final CardKind kind;
    final List<String> creators;
    final List<String> tags;
    private final int nameBytes;

    long lastPlayedAt;
    long plays;

    RecentEntry(String cardId, CardKind kind, List<String> creators, List<String> tags) {
        super(cardId);
        this.kind = kind;
        this.creators = creators;
        this.tags = tags;
        this.nameBytes = bytesOf(cardId, creators, tags);
    }

    @Override
    RecentEntry copy() {
        RecentEntry copy = new RecentEntry(this);
        copy.lastPlayedAt = lastPlayedAt;
        copy.plays = plays;
        return copy;
    }

    private RecentEntry(RecentEntry other) {
        super(other.key);
        this.kind = other.kind;
        this.creators = other.creators;
        this.tags = other.tags;
        this.nameBytes = other.nameBytes;
    }

    @Override
    int nameBytes() {
        return nameBytes;
    }

    private static int bytesOf(String cardId, List<String> creators, List<String> tags) {
        int bytes = CanonicalWriter.encodedLength(cardId);
        for (String creator : creators) {
            bytes += CanonicalWriter.encodedLength(creator);
        }
        for (String tag : tags) {
            bytes += CanonicalWriter.encodedLength(tag);
        }
        return bytes;
    }
}

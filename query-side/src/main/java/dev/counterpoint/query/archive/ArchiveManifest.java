package dev.counterpoint.query.archive;

import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.proof.MerkleTree;
import java.time.Instant;
import java.util.List;

/**
 * What a finished archive has.
 *
 * @param cut events that were recorded then or later are not in it
 * @param parts all, in order
 */
public record ArchiveManifest(String id, Instant cut, Instant finishedAt, List<ArchivedPart> parts) {
    public ArchiveManifest {
        parts = List.copyOf(parts);
    }

    /** Merkle root over the roots of the parts. */
    public Sha256 root() {
        return MerkleTree.root(parts.stream().map(part -> part.root().bytes()).toList());
    }

    public long streams() {
        return parts.stream().mapToLong(ArchivedPart::streams).sum();
    }

    public long events() {
        return parts.stream().mapToLong(ArchivedPart::events).sum();
    }

    public long bytes() {
        return parts.stream().mapToLong(ArchivedPart::bytes).sum();
    }
}

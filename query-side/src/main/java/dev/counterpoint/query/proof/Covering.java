package dev.counterpoint.query.proof;

import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.proof.ChainHead;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.Checkpoints.Sighting;
import dev.counterpoint.domain.proof.MerkleTree;
import dev.counterpoint.domain.proof.SignedCheckpoint;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoint that vouches for a head, and the path that leads from the head to its root (RFC 6962, section 2.1.1).
 *
 * @param path the lowest hash first
 */
public record Covering(SignedCheckpoint checkpoint, Sighting sighting, List<Sha256> path) {

    /** Empty where the checkpoint is not there, or was not made over this head. */
    public static Optional<Covering> of(Sighting sighting, Checkpoints checkpoints) {
        List<byte[]> leaves = checkpoints.headsOf(sighting.writer(), sighting.number()).stream()
                .map(ChainHead::bytes)
                .toList();
        if (sighting.index() >= leaves.size()) {
            return Optional.empty();
        }
        List<Sha256> path = MerkleTree.path(leaves, sighting.index());
        Sha256 root = MerkleTree.rootOf(sighting.head().bytes(), sighting.index(), leaves.size(), path);
        return checkpoints
                .find(sighting.writer(), sighting.number())
                .filter(found -> found.checkpoint().root().equals(root))
                .map(found -> new Covering(found, sighting, path));
    }
}

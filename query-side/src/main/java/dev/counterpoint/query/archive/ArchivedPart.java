package dev.counterpoint.query.archive;

import dev.counterpoint.domain.eventlog.Sha256;

/**
 * One file of an archive: the streams of one part of the store, one after the other.
 *
 * @param part from 0
 * @param file its name in the archive
 * @param bytes of the file
 * @param checksum SHA-256 of the file
 * @param root Merkle root over the heads of its streams as they are archived, in the order of the file: {@link
 *     dev.counterpoint.domain.proof.ChainHead#bytes()}
 */
public record ArchivedPart(
        int part, String file, long streams, long events, long bytes, Sha256 checksum, Sha256 root) {}

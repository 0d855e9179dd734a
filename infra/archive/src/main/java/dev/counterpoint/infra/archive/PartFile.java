package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.proof.ChainHead;
import dev.counterpoint.domain.proof.MerkleTree;
import dev.counterpoint.query.archive.ArchivedPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;

/** One file of an archive: whole streams, one after the other. */
final class PartFile {
    private PartFile() {}

    static String name(int part) {
        return String.format("part-%03d.parquet", part);
    }

    /** Writes a file beside its place, and moves it there when it is whole. */
    static ArchivedPart write(Path folder, int part, Consumer<Consumer<List<StoredEvent>>> content) throws IOException {
        Path file = folder.resolve(name(part));
        Path fresh = WholeFile.beside(file);
        Heads heads = new Heads();
        try (ParquetWriter<StoredEvent> writer = EventFileWriter.open(fresh)) {
            content.accept(stream -> {
                stream.forEach(event -> write(writer, event));
                heads.add(stream);
            });
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(fresh);
            throw failed;
        }
        WholeFile.putInPlace(file);
        return new ArchivedPart(
                part, name(part), heads.count(), heads.events, Files.size(file), checksum(file), heads.root());
    }

    private static void write(ParquetWriter<StoredEvent> writer, StoredEvent event) {
        try {
            writer.write(event);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Hands over the streams of a file, in its order. */
    static void walk(Path file, StoredStreams.Visitor visitor) throws IOException {
        List<StoredEvent> events = new ArrayList<>();
        @Nullable StreamId stream = null;
        try (ParquetReader<StoredEvent> reader = EventFileReader.open(file)) {
            for (StoredEvent event = next(reader); event != null; event = next(reader)) {
                if (stream != null && !event.stream().equals(stream)) {
                    visitor.visit(stream, events);
                    events = new ArrayList<>();
                }
                stream = event.stream();
                events.add(event);
            }
        }
        if (stream != null) {
            visitor.visit(stream, events);
        }
    }

    /** A file that is damaged can fail with anything. */
    private static @Nullable StoredEvent next(ParquetReader<StoredEvent> reader) throws IOException {
        try {
            return reader.read();
        } catch (RuntimeException damaged) {
            throw new IOException("the file cannot be read as Parquet", damaged);
        }
    }

    /** Whether the file is there, as it was written. */
    static boolean isWhole(Path folder, ArchivedPart part) {
        Path file = folder.resolve(part.file());
        try {
            return Files.exists(file)
                    && Files.size(file) == part.bytes()
                    && checksum(file).equals(part.checksum());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Sha256 checksum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in);
        }
    }

    /** Where the streams of a file end. */
    static final class Heads {
        private final List<byte[]> leaves = new ArrayList<>();
        private long events;

        void add(List<StoredEvent> stream) {
            StoredEvent last = stream.get(stream.size() - 1);
            leaves.add(ChainHead.of(last.stream(), last.sequence(), last.link()).bytes());
            events += stream.size();
        }

        long count() {
            return leaves.size();
        }

        long events() {
            return events;
        }

        Sha256 root() {
            return MerkleTree.root(leaves);
        }
    }
}

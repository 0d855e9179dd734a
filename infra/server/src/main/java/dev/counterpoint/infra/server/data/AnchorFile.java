package dev.counterpoint.infra.server.data;

import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.proof.Anchors;
import dev.counterpoint.domain.proof.Checkpoint;
import dev.counterpoint.domain.proof.SignedCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Anchors as files of lines, one file to each process that writes; all files of the folder are read. A line is: writer, number, time, number of heads,
 * root, previous hash (in hexadecimal digits) and signature (base64), apart by blanks.
 */
public final class AnchorFile implements Anchors {
    private static final String ENDING = ".anchors";

    private final Path folder;
    private final Path own;

    /**
     * @param folder made where it is missing
     * @param writer names this process
     */
    public AnchorFile(Path folder, String writer) {
        this.folder = folder;
        this.own = folder.resolve(writer + ENDING);
    }

    @Override
    public synchronized void add(SignedCheckpoint signed) {
        ByteBuffer line = ByteBuffer.wrap((lineOf(signed) + "\n").getBytes(StandardCharsets.US_ASCII));
        try {
            Files.createDirectories(folder);
            try (FileChannel file = FileChannel.open(own, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (line.hasRemaining()) {
                    file.write(line);
                }
                file.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the anchor of a checkpoint was not written", failed);
        }
    }

    @Override
    public List<SignedCheckpoint> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<SignedCheckpoint> all = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                // A line that was cut off by a crash is none: its checkpoint was written again by nobody, and is in the
                // database.
                Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                        .map(line -> line.split(" ", -1))
                        .filter(fields -> fields.length == 7 && !fields[6].isEmpty())
                        .forEach(fields -> all.add(checkpoint(fields)));
            }
            return all;
        } catch (IOException failed) {
            throw new UncheckedIOException("the anchors of checkpoints cannot be read", failed);
        }
    }

    private static String lineOf(SignedCheckpoint signed) {
        Checkpoint checkpoint = signed.checkpoint();
        return String.join(
                " ",
                checkpoint.writer(),
                Long.toString(checkpoint.number()),
                checkpoint.at().toString(),
                Integer.toString(checkpoint.heads()),
                checkpoint.root().toString(),
                checkpoint.previous().toString(),
                Base64.getEncoder().encodeToString(signed.signature()));
    }

    private static SignedCheckpoint checkpoint(String[] fields) {
        return new SignedCheckpoint(
                new Checkpoint(
                        fields[0],
                        Long.parseLong(fields[1]),
                        Instant.parse(fields[2]),
                        Integer.parseInt(fields[3]),
                        new Sha256(HexFormat.of().parseHex(fields[4])),
                        new Sha256(HexFormat.of().parseHex(fields[5]))),
                Base64.getDecoder().decode(fields[6]));
    }
}

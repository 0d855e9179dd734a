package dev.counterpoint.command.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes states into snapshots and reads them back, all or nothing. */
public final class StateBytes {
    private StateBytes() {}

    /** Writes a state. */
    public interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads a state. */
    public interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    public static StateSnapshot write(String form, int revision, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return new StateSnapshot(form, revision, bytes.toByteArray());
    }

    /** @throws UnreadableSnapshotException if form or revision differ, or bytes are missing or left over */
    public static <T> T read(String form, int revision, StateSnapshot snapshot, Reading<T> reading) {
        if (!snapshot.form().equals(form) || snapshot.revision() != revision) {
            throw new UnreadableSnapshotException("not " + form + "/" + revision + " but " + snapshot, null);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot.bytes()))) {
            T state = reading.from(in);
            if (in.read() >= 0) {
                throw new UnreadableSnapshotException("bytes are left over in " + snapshot, null);
            }
            return state;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new UnreadableSnapshotException("broken: " + snapshot, e);
        }
    }

    /** In whole microseconds. */
    public static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(
                Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000));
    }

    public static Instant readInstant(DataInputStream in) throws IOException {
        long micros = in.readLong();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
    }
}

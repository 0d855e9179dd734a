package dev.counterpoint.command.stream;

import java.util.Arrays;

/**
 * An aggregate's state as bytes.
 *
 * @param form stable name of the state, never that of a Java class
 * @param revision from 1; another revision than the present one is not read, the stream is replayed instead
 * @param bytes not copied, so never change them
 */
public record StateSnapshot(String form, int revision, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof StateSnapshot that
                && form.equals(that.form)
                && revision == that.revision
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * form.hashCode() + revision) + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return form + "/" + revision + "[" + bytes.length + " bytes]";
    }
}

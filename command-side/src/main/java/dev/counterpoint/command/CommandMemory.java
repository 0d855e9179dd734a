package dev.counterpoint.command;

/**
 * How much the command side may keep in memory between commands.
 *
 * @param catalogBytes for the shards of the catalogue, about 200 bytes a card
 * @param listenerBytes for listeners, 24 bytes for each of their last 4,096 interactions
 */
public record CommandMemory(long catalogBytes, long listenerBytes) {
    private static final long LEAST = 64L << 20;

    public CommandMemory {
        if (catalogBytes < 0 || listenerBytes < 0) {
            throw new IllegalArgumentException("memory is not negative: " + catalogBytes + ", " + listenerBytes);
        }
    }

    /**
     * A sixth of the heap for the catalogue, a sixteenth for listeners; each at least 64 MiB. A catalogue that does not fit is slow to load: shards are read again and
     * again.
     *
     * @param heapBytes that the process may take
     */
    public static CommandMemory within(long heapBytes) {
        return new CommandMemory(Math.max(LEAST, heapBytes / 6), Math.max(LEAST, heapBytes / 16));
    }

    /** 64 MiB and 64 MiB. */
    public static CommandMemory standard() {
        return new CommandMemory(LEAST, LEAST);
    }
}

package dev.counterpoint.command;

/**
 * How much the command side may keep in memory between commands.
 *
 * @param catalogBytes for the shards of the catalogue, about 200 bytes a card
 * @param listenerBytes for listeners, 24 bytes for each of their last 4,096 interactions
 */
public record CommandMemory(long catalogBytes, long listenerBytes) {
    public CommandMemory {
        if (catalogBytes < 0 || listenerBytes < 0) {
            throw new IllegalArgumentException("memory is not negative: " + catalogBytes + ", " + listenerBytes);
        }
    }

    /** 64 MiB and 64 MiB. */
    public static CommandMemory standard() {
        return new CommandMemory(64L << 20, 64L << 20);
    }
}

package dev.counterpoint.domain.event;

/** Takes events as they are recorded. */
@FunctionalInterface
public interface EventConsumer {

    /**
     * Takes a batch. It is done when this returns; if it fails it comes again, as a whole, so taking it twice must be safe.
     *
     * <p>Batches of one partition come one after the other, those of several partitions may come at once.
     */
    void accept(EventBatch batch);
}

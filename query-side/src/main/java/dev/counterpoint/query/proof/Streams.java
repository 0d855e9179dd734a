package dev.counterpoint.query.proof;

import dev.counterpoint.domain.event.StreamId;
import java.util.function.Consumer;

/** Finds all streams there are. Thread-safe. */
public interface Streams {
    /** In how many parts they are walked through, about equal. */
    int parts();

    /** Hands over every stream of a part, in no order. */
    void forEach(int part, Consumer<StreamId> streams);
}

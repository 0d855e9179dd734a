package dev.counterpoint.query.model;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.model.Scorer;
import java.util.Optional;

/** The models that score pages. Thread-safe; {@link #of} never blocks. */
public interface Models {

    /** The model that a listener gets who is in no arm, and its stage. */
    Staged of(StreamId listener);

    /** A model that decisions cite, in whatever stage; empty if there never was one of that name. */
    Optional<Scorer> find(String modelId);

    /** @param stage in which the model serves, such as {@code live} */
    record Staged(Scorer scorer, String stage) {}
}

package dev.counterpoint.query.model;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.Scorer;
import java.util.List;
import java.util.Optional;

/** The models that need no training: what serves until something was learned. */
public final class BaselineModels implements Models {
    private final Staged live = new Staged(Baselines.linear(), "live");
    private final List<Scorer> all = Baselines.all();

    @Override
    public Staged of(StreamId listener) {
        return live;
    }

    @Override
    public Optional<Scorer> find(String modelId) {
        return all.stream().filter(model -> model.modelId().equals(modelId)).findFirst();
    }
}

package dev.counterpoint.query.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.ModelArtifacts;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.ModelRegistry.Registered;
import dev.counterpoint.domain.model.ModelStage;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.model.Scorers;
import dev.counterpoint.domain.random.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that the registry says are to serve. A model is loaded and warm before the first page is scored with it; until then, and where
 * none is live, the one before serves on, at first the baseline. Thread-safe.
 */
public final class LearnedModels implements Models {
    private static final Logger LOG = LoggerFactory.getLogger(LearnedModels.class);
    /** Models that decisions cite and somebody asked for lately, beside those that serve. */
    private static final long KEPT = 32;

    private static final Staged BASELINE = new Staged(Baselines.linear(), "live");
    private static final Map<String, Scorer> BASELINES =
            Baselines.all().stream().collect(Collectors.toMap(Scorer::modelId, Function.identity()));

    private final FollowedRegistry registry;
    private final ModelArtifacts artifacts;
    private final Scorers scorers;
    private final Cache<String, Scorer> loaded =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private volatile Serving serving = new Serving(-1, BASELINE, List.of());

    /** What serves now: replaced as a whole. */
    private record Serving(long sequence, Staged live, List<Canary> canaries) {}

    /** @param below a listener whose {@link Share} by the model is below it gets the canary: each model has listeners of its own */
    private record Canary(Staged staged, int below) {}

    public LearnedModels(FollowedRegistry registry, ModelArtifacts artifacts, Scorers scorers) {
        this.registry = registry;
        this.artifacts = artifacts;
        this.scorers = scorers;
    }

    /**
     * Goes on to what the registry says now; returns when the models of that serve.
     *
     * @return whether anything changed
     */
    public synchronized boolean follow() {
        ModelRegistry now = registry.follow();
        if (now.sequence() == serving.sequence()) {
            return false;
        }
        Staged live = now.live().map(this::staged).orElse(BASELINE);
        List<Canary> canaries = new ArrayList<>();
        for (Registered canary : now.inStage(ModelStage.CANARY)) {
            Double share = canary.share();
            canaries.add(new Canary(staged(canary), (int) Math.round((share == null ? 0 : share) * Share.ALL)));
        }
        String before = serving.live().scorer().modelId();
        serving = new Serving(now.sequence(), live, canaries);
        if (!before.equals(live.scorer().modelId())) {
            LOG.info("model live modelId={} before={}", live.scorer().modelId(), before);
        }
        return true;
    }

    private Staged staged(Registered model) {
        Scorer scorer = find(model.card().modelId())
                .orElseThrow(() -> new IllegalStateException(
                        "model " + model.card().modelId() + " is registered, but its bytes are not kept"));
        WarmUp.of(scorer);
        return new Staged(scorer, model.stage().written());
    }

    @Override
    public Staged of(StreamId listener) {
        Serving now = serving;
        for (Canary canary : now.canaries()) {
            if (Share.of("canary-1" + canary.staged().scorer().modelId() + listener) < canary.below()) {
                return canary.staged();
            }
        }
        return now.live();
    }

    /** May load a model that does not serve. */
    @Override
    public Optional<Scorer> find(String modelId) {
        Scorer baseline = BASELINES.get(modelId);
        if (baseline != null) {
            return Optional.of(baseline);
        }
        Scorer held = loaded.getIfPresent(modelId);
        if (held != null) {
            return Optional.of(held);
        }
        Optional<Scorer> found = artifacts.find(modelId).map(scorers::of);
        found.ifPresent(scorer -> loaded.put(modelId, scorer));
        return found;
    }
}

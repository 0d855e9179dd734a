package dev.counterpoint.training.run;

import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.ModelRegistry.TrainingState;
import dev.counterpoint.domain.model.TrainingRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what trainings were requested, one at a time, oldest first, in whichever process holds the lease. A training that a process did not
 * end is taken up again by the next one. Thread-safe.
 */
public final class Trainings {
    private static final Logger LOG = LoggerFactory.getLogger(Trainings.class);
    private static final String LEASE = "training";
    private static final Duration SPAN = Duration.ofSeconds(30);

    private final Learning learning;
    private final LearningEmbeddings embeddings;
    private final FollowedRegistry registry;
    private final Leases leases;
    private final String process;
    private final Map<String, RunProgress> progress = new ConcurrentHashMap<>();
    private volatile boolean closing;

    public Trainings(
            Learning learning,
            LearningEmbeddings embeddings,
            FollowedRegistry registry,
            Leases leases,
            String process) {
        this.learning = learning;
        this.embeddings = embeddings;
        this.registry = registry;
        this.leases = leases;
        this.process = process;
    }

    /** Works on the oldest open training, if there is one and no other process does; returns when it is over. */
    public void work() {
        Optional<ModelRegistry.Training> open = registry.follow().trainings().stream()
                .filter(training -> training.state() == TrainingState.OPEN)
                .findFirst();
        if (open.isPresent() && !closing && leases.acquire(LEASE, process, SPAN)) {
            try {
                work(open.get());
            } finally {
                leases.release(LEASE, process);
            }
        }
    }

    /** Prolongs the lease while a training runs; called more often than it spans. */
    public void prolong() {
        if (!progress.isEmpty()) {
            leases.acquire(LEASE, process, SPAN);
        }
    }

    /** How far a training is that this process works on; empty for all others. */
    public Optional<RunProgress.Reached> progressOf(String runId) {
        return Optional.ofNullable(progress.get(runId)).map(RunProgress::reached);
    }

    /** What runs stops soon, and goes on in the next process. */
    public void stop() {
        closing = true;
    }

    private void work(ModelRegistry.Training training) {
        String runId = training.runId();
        RunProgress reached = new RunProgress();
        progress.put(runId, reached);
        LOG.info(
                "training begins runId={} estimators={}",
                runId,
                training.request().estimators());
        try {
            run(runId, training.request(), reached);
            LOG.info("training is over runId={}", runId);
        } catch (TrainingStoppedException stopped) {
            LOG.info(
                    "training stopped runId={} share={}",
                    runId,
                    reached.reached().share());
        } catch (IllegalArgumentException | IllegalStateException unlearnable) {
            LOG.warn("training failed runId={}", runId, unlearnable);
            learning.registry().fail(runId, String.valueOf(unlearnable.getMessage()));
            learning.blocks().drop(runId);
        } finally {
            progress.remove(runId);
        }
    }

    private void run(String runId, TrainingRequest request, RunProgress reached) {
        if (request.isForEmbeddings()) {
            new EmbeddingTraining(embeddings, runId, request, reached, () -> !closing).run();
        } else {
            new Training(learning, runId, request, reached, () -> !closing).run();
        }
    }
}

package dev.counterpoint.query.home;

import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.Situation;
import dev.counterpoint.domain.home.source.Sources;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the sources of a page side by side, all within one time. The page does without one that is late or fails, and says which. Thread-safe.
 */
public final class SourcesInTime {
    private static final Logger LOG = LoggerFactory.getLogger(SourcesInTime.class);

    private final Sources sources;
    private final ExecutorService aside;
    private final Duration patience;
    private final Map<SourceKind, LongAdder> missed = perKind();

    /** @param aside runs the sources; its owner ends it. One that refuses work leaves it to the asking thread */
    public SourcesInTime(Sources sources, ExecutorService aside, Duration patience) {
        this.sources = sources;
        this.aside = aside;
        this.patience = patience;
    }

    /** @param late sources that were asked, and have nothing on this page for it */
    record InTime(List<ShelfProposal> shelves, Set<SourceKind> late) {}

    private static Map<SourceKind, LongAdder> perKind() {
        return SourceKind.ofShelves().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), kind -> new LongAdder()));
    }

    /** How many pages had to do without a source. */
    public long missed(SourceKind kind) {
        return Objects.requireNonNull(missed.get(kind), kind.written()).sum();
    }

    InTime propose(Situation situation, boolean personal) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<SourceKind, Future<Map<ShelfId, List<ShelfProposal>>>> asked = new EnumMap<>(SourceKind.class);
        Map<ShelfId, List<ShelfProposal>> byTemplate = new HashMap<>();
        for (SourceKind kind : sources.asked(situation, personal)) {
            Optional<Map<ShelfId, List<ShelfProposal>>> kept = sources.keptFrom(kind, situation);
            if (kept.isPresent()) {
                byTemplate.putAll(kept.get());
                continue;
            }
            try {
                asked.put(kind, aside.submit(() -> sources.proposeFrom(kind, situation)));
            } catch (RejectedExecutionException busy) {
                byTemplate.putAll(sources.proposeFrom(kind, situation));
            }
        }
        Set<SourceKind> late = EnumSet.noneOf(SourceKind.class);
        asked.forEach((kind, proposing) -> {
            Map<ShelfId, List<ShelfProposal>> own = answerOf(kind, proposing, deadline);
            if (own == null) {
                late.add(kind);
                Objects.requireNonNull(missed.get(kind), kind.written()).increment();
            } else {
                byTemplate.putAll(own);
            }
        });
        return new InTime(sources.joined(situation, personal, byTemplate), late);
    }

    private static @Nullable Map<ShelfId, List<ShelfProposal>> answerOf(
            SourceKind kind, Future<Map<ShelfId, List<ShelfProposal>>> proposing, long deadline) {
        try {
            return proposing.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            proposing.cancel(true);
            LOG.warn("source did not propose in time source={}", kind.written());
        } catch (ExecutionException failed) {
            LOG.error("source failed source={}", kind.written(), failed.getCause());
        } catch (InterruptedException ending) {
            proposing.cancel(true);
            Thread.currentThread().interrupt();
        }
        return null;
    }
}

package dev.counterpoint.infra.simulator.drive;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.behaviour.ShownPage;
import dev.counterpoint.infra.simulator.behaviour.SimulatedListener;
import dev.counterpoint.infra.simulator.drive.DrivenPlatform.ServedPage;
import dev.counterpoint.infra.simulator.drive.DrivenPlatform.ServedShelf;
import dev.counterpoint.infra.simulator.drive.DrivenPlatform.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * Lets simulated listeners visit a platform. Its time goes in steps: what listeners did until then is told, and then those are served who
 * come within the step; within a step listeners act side by side. A visit is a listener's own, so each sees what they did before.
 */
public final class DrivenListeners implements AutoCloseable {
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int DEEDS_A_CALL = 100;

    private final DrivenPlatform platform;
    private final Catalog catalog;
    private final Map<ShelfId, SourceKind> sources;
    private final ExecutorService calls;
    private final List<Driven> listeners = new ArrayList<>();
    private Instant now;

    /** A listener on their way. */
    private static final class Driven {
        private final SimulatedListener listener;
        private final List<Told> untold = new ArrayList<>();
        private Instant nextVisit;
        private long deeds;

        Driven(SimulatedListener listener, Instant nextVisit) {
            this.listener = listener;
            this.nextVisit = nextVisit;
        }
    }

    /**
     * @param catalog that the platform's cards come from
     * @param sources of the platform's shelves
     * @param now what the platform's clock shows
     * @param callers how many calls go on at once
     */
    public DrivenListeners(
            DrivenPlatform platform,
            Catalog catalog,
            Map<ShelfId, SourceKind> sources,
            List<SimulatedListener> listeners,
            Instant now,
            int callers) {
        this.platform = platform;
        this.catalog = catalog;
        this.sources = Map.copyOf(sources);
        this.now = now;
        this.calls = Executors.newFixedThreadPool(callers);
        for (SimulatedListener listener : listeners) {
            this.listeners.add(new Driven(listener, listener.nextVisit(now)));
        }
    }

    /** Registers all, with their tiers. */
    public void register() {
        each(listeners, driven -> platform.register(driven.listener.name(), driven.listener.tier()));
    }

    public Instant now() {
        return now;
    }

    /**
     * Lets time pass.
     *
     * @param progress told after each step the time that it is, and the pages that were served
     * @return plays a page, by what served it
     */
    public RewardTally run(Duration span, BiConsumer<Instant, Long> progress) {
        RewardTally tally = new RewardTally();
        Instant end = now.plus(span);
        while (now.isBefore(end)) {
            now = now.plus(STEP);
            platform.moveClock(now);
            List<Driven> due = listeners.stream()
                    .filter(driven -> !driven.nextVisit.isAfter(now) || hasToTell(driven))
                    .toList();
            each(due, driven -> step(driven, tally));
            progress.accept(now, tally.pages());
        }
        return tally;
    }

    private boolean hasToTell(Driven driven) {
        return !driven.untold.isEmpty() && !driven.untold.get(0).at().isAfter(now);
    }

    private void step(Driven driven, RewardTally tally) {
        tell(driven);
        if (!driven.nextVisit.isAfter(now) && driven.untold.isEmpty()) {
            visit(driven, tally);
        }
    }

    private void tell(Driven driven) {
        while (hasToTell(driven)) {
            int count = (int) driven.untold.stream()
                    .filter(told -> !told.at().isAfter(now))
                    .limit(DEEDS_A_CALL)
                    .count();
            List<Told> past = driven.untold.subList(0, count);
            platform.tell(driven.listener.name(), List.copyOf(past));
            past.clear();
        }
    }

    private void visit(Driven driven, RewardTally tally) {
        SimulatedListener listener = driven.listener;
        ServedPage page = platform.home(listener.name(), listener.utcOffsetMinutes());
        List<Deed> deeds = listener.act(shown(page), now);
        Instant left = now;
        for (Deed deed : deeds) {
            left = now.plus(deed.after());
            driven.untold.add(new Told(page.decisionId() + "-" + driven.deeds++, page.decisionId(), deed, left));
        }
        tally.add(
                page.servedBy(),
                listener.name(),
                deeds.stream()
                        .filter(deed -> deed.type() == InteractionType.PLAY)
                        .count());
        driven.nextVisit = listener.nextVisit(left);
    }

    private ShownPage shown(ServedPage page) {
        return new ShownPage(page.shelves().stream().map(this::shown).toList());
    }

    private ShownPage.ShownShelf shown(ServedShelf shelf) {
        List<Card> cards = shelf.cards().stream().map(this::card).toList();
        return new ShownPage.ShownShelf(
                shelf.shelf(), sources.getOrDefault(shelf.shelf().template(), SourceKind.PINNED), cards);
    }

    private Card card(CardId id) {
        return catalog.card(id)
                .orElseThrow(() -> new IllegalStateException("the platform shows a card that is not known: " + id));
    }

    private interface Action {
        void on(Driven driven);
    }

    private void each(List<Driven> who, Action action) {
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (Driven driven : who) {
                tasks.add(() -> {
                    action.on(driven);
                    return true;
                });
            }
            for (Future<Boolean> done : calls.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the simulation was interrupted", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a listener could not act", failed.getCause());
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}

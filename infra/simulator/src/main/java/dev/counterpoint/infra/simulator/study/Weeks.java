package dev.counterpoint.infra.simulator.study;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.Rest;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.infra.simulator.behaviour.Appeal;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.behaviour.Population;
import dev.counterpoint.infra.simulator.behaviour.ShownPage;
import dev.counterpoint.infra.simulator.behaviour.SimulatedListener;
import dev.counterpoint.infra.simulator.world.GeneratedCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Listening over some days: listeners visit, get a page by a policy, act on it, and what they did is known at once. One seed gives the same
 * history each time. Not thread-safe.
 */
public final class Weeks {
    /** When every simulation begins: a Monday. */
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final BehaviourParameters parameters;
    private final InProcessPlatform platform;
    private final List<SimulatedListener> listeners;
    private final PriorityQueue<Visit> visits = new PriorityQueue<>(Comparator.comparing(Visit::at)
            .thenComparing(visit -> visit.listener().name()));
    private long pages;

    private record Visit(SimulatedListener listener, Instant at) {}

    /**
     * A visit that has just been served, before the listener acts.
     *
     * @param appeal of that moment: acting changes it
     * @param impersonal decides the page without personalization of that moment, which nobody gets
     */
    public record Moment(
            SimulatedListener listener, Instant at, Served served, Appeal appeal, Supplier<Served> impersonal) {}

    /** Told of every visit. */
    public interface Observer {
        /** What is served; nobody has acted on it. */
        void served(Moment moment);

        /** @param deeds what the listener did on that page, in order of time */
        void acted(List<Deed> deeds);

        /** Looks away. */
        static Observer none() {
            return new Observer() {
                @Override
                public void served(Moment moment) {}

                @Override
                public void acted(List<Deed> deeds) {}
            };
        }
    }

    /** Over a made-up catalogue. */
    public static Weeks madeUp(BehaviourParameters parameters, long seed, int cards, int listeners) {
        return madeUp(parameters, seed, cards, listeners, event -> {});
    }

    /**
     * Over a made-up catalogue.
     *
     * @param recorded told of each event, in order by listener
     */
    public static Weeks madeUp(
            BehaviourParameters parameters, long seed, int cards, int listeners, Consumer<RecordedEvent> recorded) {
        return new Weeks(parameters, seed, GeneratedCatalog.of(seed, cards, START), listeners, recorded);
    }

    /** @param recorded told of each event, in order by listener */
    public Weeks(
            BehaviourParameters parameters, long seed, List<Card> cards, int count, Consumer<RecordedEvent> recorded) {
        this.parameters = parameters;
        this.platform = new InProcessPlatform(cards, START, seed, recorded);
        this.listeners = new Population(parameters, platform.catalog(), seed).listeners(count, START);
        for (SimulatedListener listener : listeners) {
            platform.register(listener, START);
            visits.add(new Visit(listener, listener.nextVisit(START)));
        }
    }

    /** From now on cards rest that were seen often and not taken up. */
    public Weeks resting(Rest rest) {
        platform.rest(rest);
        return this;
    }

    public BehaviourParameters parameters() {
        return parameters;
    }

    /**
     * Lets time pass.
     *
     * @param policy by listener
     */
    public void run(Instant until, Function<SimulatedListener, ServingPolicy> policy, Observer observer) {
        while (!visits.isEmpty() && visits.peek().at().isBefore(until)) {
            Visit visit = visits.remove();
            Instant left = visit(visit, policy.apply(visit.listener()), observer);
            visits.add(new Visit(visit.listener(), visit.listener().nextVisit(left)));
        }
    }

    /** @return when the visit ended */
    private Instant visit(Visit visit, ServingPolicy policy, Observer observer) {
        SimulatedListener listener = visit.listener();
        Served served = platform.serve(listener, policy, visit.at());
        long seed = served.decision().seed();
        Moment moment = new Moment(
                listener,
                visit.at(),
                served,
                listener.appealAt(visit.at()),
                () -> platform.impersonal(listener, visit.at(), seed));
        observer.served(moment);
        List<Deed> deeds = listener.act(shown(served), visit.at());
        observer.acted(deeds);
        DecisionId decision = decisionOf(pages++);
        int number = 0;
        Instant at = visit.at();
        for (Deed deed : deeds) {
            at = visit.at().plus(deed.after());
            InteractionId id = new InteractionId(decision.value() + "-" + number++);
            platform.record(InProcessPlatform.streamOf(listener), interaction(deed, id, decision, at), at);
        }
        return at;
    }

    /** The name of a page, counted from 0 in the order that pages are served in. */
    public static DecisionId decisionOf(long page) {
        return new DecisionId("simulated-" + page);
    }

    private static InteractionRecorded interaction(Deed deed, InteractionId id, DecisionId decision, Instant at) {
        return new InteractionRecorded(
                id,
                deed.type(),
                deed.card().facts(),
                at,
                deed.playedMs(),
                new Attribution(decision, deed.shelf(), deed.row(), deed.column()));
    }

    private static ShownPage shown(Served served) {
        return new ShownPage(served.decision().page().shelves().stream()
                .map(shelf -> shown(shelf, served))
                .toList());
    }

    private static ShownPage.ShownShelf shown(Page.PageShelf shelf, Served served) {
        ShelfProposal proposal =
                served.decision().inputs().proposalOf(shelf.shelf()).orElseThrow();
        List<Card> cards = shelf.cards().stream()
                .map(card -> served.known().catalog().card(card.card()).orElseThrow())
                .toList();
        return new ShownPage.ShownShelf(shelf.shelf(), proposal.source(), cards);
    }

    public static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }
}

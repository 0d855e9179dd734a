package dev.counterpoint.infra.simulator.behaviour;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.random.SeededRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A listener with a taste, habits and a memory, who visits, looks at pages and plays. All chance comes of one seed. Not thread-safe. */
public final class SimulatedListener {
    private static final int MINUTES_OF_A_DAY = 1_440;
    private static final long SHORTEST_STREAM_MS = 30_000;
    private static final long LONGEST_PLAY_MS = 240_000;

    private final Population population;
    private final RandomGenerator chance;
    private final String name;
    private final Tier tier;
    private final int utcOffsetMinutes;
    private final int[] habitMinutes;
    private final Map<SourceKind, Double> trust = new EnumMap<>(SourceKind.class);
    private final Taste taste;
    private final Memory seen;
    private final Memory played;
    private double contentment;
    private Instant driftedUntil;

    SimulatedListener(Population population, String name, Instant start) {
        BehaviourParameters parameters = population.parameters();
        this.population = population;
        this.name = name;
        this.chance = SeededRandom.of(population.seed(), "listener " + name)::nextLong;
        this.tier = drawTier();
        this.utcOffsetMinutes = 60 * (chance.nextInt(9) - 4);
        this.habitMinutes = new int[] {420 + chance.nextInt(300), 1_020 + chance.nextInt(300)};
        for (SourceKind source : SourceKind.ofShelves()) {
            trust.put(source, parameters.trust() * chance.nextGaussian());
        }
        this.taste = new Taste(parameters, population.tags(), chance);
        this.seen = new Memory(parameters.seenHalfLifeHours());
        this.played = new Memory(parameters.playedHalfLifeHours());
        this.contentment = parameters.contentment();
        this.driftedUntil = start;
    }

    public String name() {
        return name;
    }

    public Tier tier() {
        return tier;
    }

    /** Local time minus UTC. */
    public int utcOffsetMinutes() {
        return utcOffsetMinutes;
    }

    /** The truth at a moment; taste drifts up to it. */
    public Appeal appealAt(Instant now) {
        while (!driftedUntil.plus(Duration.ofDays(1)).isAfter(now)) {
            taste.drift(chance);
            driftedUntil = driftedUntil.plus(Duration.ofDays(1));
        }
        return new Appeal(this, now);
    }

    /** When the listener visits next, after a visit or from the start. */
    public Instant nextVisit(Instant now) {
        BehaviourParameters parameters = parameters();
        double pace = 1 - parameters.returning() * (contentment - parameters.contentment());
        double days = chance.nextExponential() * Math.max(0.5, Math.min(pace, 2)) / parameters.visitsPerDay(tier);
        Instant earliest = now.plus(Duration.ofMinutes(30));
        long minutes = Math.round(days * MINUTES_OF_A_DAY);
        Instant free = earliest.plus(Duration.ofMinutes(minutes));
        int wanted = habitMinutes[chance.nextInt(2)] + (int) Math.round(60 * chance.nextGaussian());
        Instant atHabit = free.plus(Duration.ofMinutes(wanted - localMinute(free)));
        return (atHabit.isBefore(earliest) ? atHabit.plus(Duration.ofDays(1)) : atHabit)
                .plusMillis(chance.nextInt(60_000));
    }

    /**
     * Looks at a page and acts on it.
     *
     * @return what the listener does, in order of time
     */
    public List<Deed> act(ShownPage page, Instant now) {
        Appeal appeal = appealAt(now);
        List<Deed> deeds = new ArrayList<>();
        Duration after = Duration.ofSeconds(1);
        int plays = 0;
        for (int row = 0; row < page.shelves().size() && looksAtRow(row); row++) {
            ShownPage.ShownShelf shelf = page.shelves().get(row);
            for (int column = 0; column < shelf.cards().size() && looksAtColumn(column); column++) {
                Card card = shelf.cards().get(column);
                boolean isPlayed = chance.nextDouble() < appeal.play(card, shelf.source());
                Slot slot = new Slot(card, shelf, row, column);
                deeds.add(slot.deed(InteractionType.IMPRESSION, after, null));
                after = after.plusMillis(500);
                if (isPlayed) {
                    plays++;
                    after = listen(slot, appeal, after, deeds);
                } else if (chance.nextDouble() < 0.02 * Math.max(-appeal.match(card), 0)) {
                    deeds.add(slot.deed(InteractionType.DISMISS, after, null));
                }
            }
        }
        remember(deeds, now);
        contentment = 0.8 * contentment + 0.2 * plays;
        return deeds;
    }

    private record Slot(Card card, ShownPage.ShownShelf shelf, int row, int column) {
        Deed deed(InteractionType type, Duration after, @Nullable Long playedMs) {
            return new Deed(type, card, shelf.shelf(), row, column, after, playedMs);
        }
    }

    private Duration listen(Slot slot, Appeal appeal, Duration from, List<Deed> deeds) {
        boolean isStream = chance.nextDouble() < appeal.stream(slot.card());
        long shortest = isStream ? SHORTEST_STREAM_MS : 1_000;
        long longest = isStream ? LONGEST_PLAY_MS : SHORTEST_STREAM_MS;
        long playedMs = shortest + chance.nextLong(longest - shortest);
        deeds.add(slot.deed(InteractionType.CLICK, from, null));
        deeds.add(slot.deed(InteractionType.PLAY, from.plusMillis(100), playedMs));
        Duration end = from.plusMillis(100 + playedMs);
        if (!isStream) {
            deeds.add(slot.deed(InteractionType.SKIP, end, playedMs));
        } else if (chance.nextDouble() < 0.5) {
            deeds.add(slot.deed(InteractionType.COMPLETE, end, playedMs));
            if (chance.nextDouble() < 0.15 * Math.max(appeal.match(slot.card()), 0)) {
                deeds.add(slot.deed(InteractionType.SAVE, end.plusMillis(500), null));
            }
        }
        return end.plusSeconds(1);
    }

    /** Seen and played weigh from the next page on: on one page no slot changes what another is worth. */
    private void remember(List<Deed> deeds, Instant now) {
        for (Deed deed : deeds) {
            if (deed.type() == InteractionType.IMPRESSION) {
                seen.add(deed.card().cardId(), now);
            } else if (deed.type() == InteractionType.PLAY) {
                played.add(deed.card().cardId(), now);
            }
        }
    }

    private boolean looksAtRow(int row) {
        return chance.nextDouble()
                < (row == 0 ? parameters().firstSlot() : parameters().rowDecay());
    }

    private boolean looksAtColumn(int column) {
        return column == 0 || chance.nextDouble() < parameters().columnDecay();
    }

    private Tier drawTier() {
        double at = chance.nextDouble();
        for (Tier each : Tier.values()) {
            at -= parameters().share(each);
            if (at < 0) {
                return each;
            }
        }
        return Tier.FREE;
    }

    int localMinute(Instant now) {
        return (int) Math.floorMod(now.getEpochSecond() / 60 + utcOffsetMinutes, (long) MINUTES_OF_A_DAY);
    }

    BehaviourParameters parameters() {
        return population.parameters();
    }

    double quality(CardId card) {
        return population.quality(card);
    }

    double trust(SourceKind source) {
        return Objects.requireNonNull(trust.get(source));
    }

    Taste taste() {
        return taste;
    }

    Memory seen() {
        return seen;
    }

    Memory played() {
        return played;
    }
}

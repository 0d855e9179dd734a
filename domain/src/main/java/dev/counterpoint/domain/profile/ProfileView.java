package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.domain.time.SlidingWindow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a listener, as it weighs at one instant. Immutable and thread-safe. Counts that fade are sums of {@code
 * 2^(-age/halfLife)}, in interactions.
 */
public final class ProfileView {
    private static final Comparator<RecentEntry> LATEST_FIRST = Comparator.comparingLong(
                    (RecentEntry entry) -> entry.lastPlayedAt)
            .reversed()
            .thenComparing(entry -> entry.key);

    private final ProfileState state;
    private final long now;
    private final double[] fading;
    private final Affinities tags;
    private final Affinities creators;

    ProfileView(ProfileState state, long now) {
        this.state = state;
        this.now = now;
        this.fading = state.clock.fading(now);
        this.tags = new Affinities(state.tags, fading, now);
        this.creators = new Affinities(state.creators, fading, now);
    }

    /** The instant that is read at, in microseconds since 1970; never before the last event. */
    public long nowMicros() {
        return now;
    }

    public ListenerSettings settings() {
        return state.settings;
    }

    /** Days since the listener was registered, ≥ 0; 0 for an unknown one. */
    public double ageDays() {
        return state.registeredAt < 0 ? 0 : daysSince(state.registeredAt);
    }

    /** Interactions ever. */
    public long total(InteractionType type) {
        return state.totals[type.ordinal()];
    }

    public double count(InteractionType type, HalfLife halfLife) {
        return faded(state.counts, type.ordinal(), halfLife);
    }

    /** Interactions within a sliding window. */
    public long count(InteractionType type, SlidingWindow window) {
        return state.windows.count(type, window, now);
    }

    /** Minutes played within a sliding window. */
    public double minutesPlayed(SlidingWindow window) {
        return state.windows.seconds(window, now) / 60.0;
    }

    /** How many days (UTC) in a row something was played, up to today or yesterday. */
    public long dayStreak() {
        return state.streak.at(now / Micros.PER_DAY);
    }

    /** Plays of cards that were not among the last 64 played. */
    public double firstPlays(HalfLife halfLife) {
        return faded(state.listening, 0, halfLife);
    }

    public double minutesPlayed(HalfLife halfLife) {
        return faded(state.listening, 1, halfLife);
    }

    public double plays(CardKind kind, HalfLife halfLife) {
        return faded(state.kinds, kind.ordinal(), halfLife);
    }

    public Affinities tags() {
        return tags;
    }

    public Affinities creators() {
        return creators;
    }

    /** The cards played last, latest first, ties by id; at most 80. */
    public List<RecentCard> recentCards() {
        return state.recent.all().stream()
                .sorted(LATEST_FIRST)
                .map(ProfileView::toCard)
                .toList();
    }

    /** A card, if it is among those played last. */
    public Optional<RecentCard> recentCard(CardId cardId) {
        return Optional.ofNullable(state.recent.find(cardId.value())).map(ProfileView::toCard);
    }

    /** Days since a card was played, ≥ 0; -1 where that is not remembered. */
    public double daysSincePlayed(CardId cardId) {
        RecentEntry entry = state.recent.find(cardId.value());
        return entry == null ? -1 : daysSince(entry.lastPlayedAt);
    }

    /** How often a card was played while it was remembered. */
    public long playsOf(CardId cardId) {
        RecentEntry entry = state.recent.find(cardId.value());
        return entry == null ? 0 : entry.plays;
    }

    /** How a card was met and not taken up; empty where it was taken up since, or that is not remembered. */
    public Optional<Exposure> exposure(CardId cardId) {
        return Optional.ofNullable(state.exposures.find(cardId.value()))
                .map(entry -> new Exposure(entry.unanswered, Micros.toInstant(entry.lastAt), entry.dismissed));
    }

    /** How the listener responds to a shelf template; zeros for one that they never met. */
    public ShelfResponse shelf(ShelfId template, HalfLife halfLife) {
        ShelfEntry shelf = state.shelves.find(template.value());
        if (shelf == null) {
            return new ShelfResponse(0, 0, 0, 0);
        }
        return new ShelfResponse(
                faded(shelf.weights, ShelfEntry.IMPRESSIONS / HalfLife.COUNT, halfLife),
                faded(shelf.weights, ShelfEntry.CLICKS / HalfLife.COUNT, halfLife),
                faded(shelf.weights, ShelfEntry.PLAYS / HalfLife.COUNT, halfLife),
                faded(shelf.weights, ShelfEntry.REFUSALS / HalfLife.COUNT, halfLife));
    }

    /** Impressions on a shelf template within a sliding window. */
    public int impressionsOn(ShelfId template, SlidingWindow window) {
        ShelfEntry shelf = state.shelves.find(template.value());
        return shelf == null ? 0 : WindowCounts.in(window, shelf.seen, now);
    }

    /** Plays from a shelf template within a sliding window. */
    public int playsFrom(ShelfId template, SlidingWindow window) {
        ShelfEntry shelf = state.shelves.find(template.value());
        return shelf == null ? 0 : WindowCounts.in(window, shelf.played, now);
    }

    /** Plays at this hour of the day (UTC), faded with a half-life of four weeks. */
    public double playsAtThisHour() {
        return state.rhythm[Rhythm.hourOf(now)] * fading[HalfLife.MONTH.ordinal()];
    }

    /** Plays on this weekday (UTC), faded with a half-life of four weeks. */
    public double playsOnThisWeekday() {
        return state.rhythm[Rhythm.weekdayOf(now)] * fading[HalfLife.MONTH.ordinal()];
    }

    /** Actions in the current session; 0 where the last one is more than 30 minutes old. */
    public long sessionPosition() {
        boolean over = state.session.lastActionAt < 0 || now - state.session.lastActionAt > Session.GAP_MICROS;
        return over ? 0 : state.session.actions;
    }

    /** Skips since the last play that was not skipped. */
    public long skipStreak() {
        return state.session.skipStreak;
    }

    /** Days since the last play, ≥ 0; -1 where there was none. */
    public double daysSinceLastPlay() {
        return state.session.lastPlayAt < 0 ? -1 : daysSince(state.session.lastPlayAt);
    }

    /** Days since the last action, ≥ 0; -1 where there was none. */
    public double daysSinceLastAction() {
        return state.session.lastActionAt < 0 ? -1 : daysSince(state.session.lastActionAt);
    }

    private double faded(float[] weights, int index, HalfLife halfLife) {
        return weights[index * HalfLife.COUNT + halfLife.ordinal()] * fading[halfLife.ordinal()];
    }

    private double daysSince(long micros) {
        return Math.max(0, now - micros) / (double) Micros.PER_DAY;
    }

    private static RecentCard toCard(RecentEntry entry) {
        return new RecentCard(
                new CardId(entry.key),
                entry.kind,
                entry.creators,
                entry.tags,
                Micros.toInstant(entry.lastPlayedAt),
                entry.plays);
    }
}

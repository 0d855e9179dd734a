package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.profile.Affinity;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.profile.RecentCard;
import dev.counterpoint.domain.time.Micros;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What sources propose from. What several of them need is found once. Immutable. */
public final class Situation {
    private final ProfileView listener;
    private final RankedCards ranked;
    private final List<Affinity> rising;
    private final List<RecentlyPlayed> recentlyPlayed;
    private final Instant dayBegan;

    /**
     * @param listener what is known of them at the moment of the page
     * @param ranked the cards that may be placed, in the orders that sources need
     */
    public Situation(ProfileView listener, RankedCards ranked) {
        this(listener, ranked, 0);
    }

    /**
     * @param listener what is known of them at the moment of the page
     * @param ranked the cards that may be placed, in the orders that sources need
     * @param utcOffsetMinutes the listener's local time minus UTC
     */
    public Situation(ProfileView listener, RankedCards ranked, int utcOffsetMinutes) {
        this.dayBegan = localDay(listener.nowMicros(), utcOffsetMinutes);
        this.listener = listener;
        this.ranked = ranked;
        this.rising = RisingTags.of(listener.tags(), ranked.catalog());
        this.recentlyPlayed = listener.recentCards().stream()
                .flatMap(recent -> recentlyPlayed(recent).stream())
                .toList();
    }

    ProfileView listener() {
        return listener;
    }

    RankedCards ranked() {
        return ranked;
    }

    /** The tags that the last hours brought up, the most telling first. */
    List<Affinity> rising() {
        return rising;
    }

    /** The cards played last that may be placed, the latest first. */
    List<RecentlyPlayed> recentlyPlayed() {
        return recentlyPlayed;
    }

    /** The cards played since the listener's day began, by their clock. */
    Set<CardId> heardToday() {
        return listener.recentCards().stream()
                .filter(recent -> !recent.lastPlayedAt().isBefore(dayBegan))
                .map(RecentCard::cardId)
                .collect(Collectors.toSet());
    }

    private static Instant localDay(long nowMicros, int utcOffsetMinutes) {
        long offset = 60_000_000L * utcOffsetMinutes;
        long today = Math.floorDiv(nowMicros + offset, Micros.PER_DAY) * Micros.PER_DAY - offset;
        return Micros.toInstant(Math.max(0, today));
    }

    private Optional<RecentlyPlayed> recentlyPlayed(RecentCard recent) {
        double daysAgo = Math.max(0, listener.nowMicros() - Micros.of(recent.lastPlayedAt())) / (double) Micros.PER_DAY;
        return ranked.placeable(recent.cardId()).map(card -> new RecentlyPlayed(card, recent.plays(), daysAgo));
    }

    /**
     * @param plays while the card is remembered; 0 where only its completion was reported
     * @param daysAgo when it was played last, ≥ 0
     */
    record RecentlyPlayed(Card card, long plays, double daysAgo) {}
}

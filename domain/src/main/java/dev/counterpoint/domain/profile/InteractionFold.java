package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.Micros;
import java.util.List;

/** Folds one interaction into a state. It counts as of the client's time, but never later than it was recorded. */
final class InteractionFold {
    private static final double MS_PER_MINUTE = 60_000;
    private static final long MS_PER_SECOND = 1_000;

    /** Nobody plays one thing for longer; more is an odd clock. */
    private static final long MOST_PLAYED_MS = 86_400_000;

    private final ProfileState state;
    private final InteractionType type;
    private final CardFacts card;
    private final InteractionRecorded interaction;
    private final long at;
    private final double[] growth;

    private InteractionFold(ProfileState state, InteractionRecorded interaction, long recordedAt) {
        this.state = state;
        this.type = interaction.type();
        this.card = interaction.card();
        this.interaction = interaction;
        this.at = Math.min(Micros.of(interaction.at()), recordedAt);
        state.advance(at);
        this.growth = state.clock.growth(at);
    }

    static void fold(ProfileState state, InteractionRecorded interaction, long recordedAt) {
        InteractionFold fold = new InteractionFold(state, interaction, recordedAt);
        fold.count();
        fold.foldShelf();
        if (fold.type != InteractionType.IMPRESSION) {
            fold.foldAffinities();
            state.session.act(fold.type, fold.at);
        }
        fold.foldCard();
        Forgetting.apply(state);
    }

    private void count() {
        state.totals[type.ordinal()]++;
        Weights.add(state.counts, type.ordinal() * HalfLife.COUNT, 1, growth);
        state.windows.add(type, at);
        Long playedMs = interaction.playedMs();
        if (playedMs != null && playedMs > 0) {
            long credible = Math.min(playedMs, MOST_PLAYED_MS);
            state.playedMs += credible;
            Weights.add(state.listening, HalfLife.COUNT, credible / MS_PER_MINUTE, growth);
            state.windows.addSeconds(credible / MS_PER_SECOND, at);
        }
    }

    private void foldShelf() {
        if (interaction.attribution() == null) {
            return;
        }
        String shelfId = interaction.attribution().shelf().template().value();
        ShelfEntry shelf = state.shelves.own(shelfId);
        if (shelf == null) {
            shelf = new ShelfEntry(shelfId);
            state.shelves.put(shelf);
        }
        int offset = responseOffset();
        if (offset >= 0) {
            Weights.add(shelf.weights, offset, 1, growth);
        }
        if (type == InteractionType.IMPRESSION) {
            shelf.addImpression(at);
        } else if (type == InteractionType.PLAY) {
            shelf.addPlay(at);
        }
    }

    private int responseOffset() {
        return switch (type) {
            case IMPRESSION -> ShelfEntry.IMPRESSIONS;
            case CLICK -> ShelfEntry.CLICKS;
            case PLAY -> ShelfEntry.PLAYS;
            case SKIP, DISMISS -> ShelfEntry.REFUSALS;
            default -> -1;
        };
    }

    private void foldAffinities() {
        double weight = Opinions.weightOf(type);
        addTo(state.tags, card.tags(), CardFacts.MAX_TAGS, weight);
        addTo(state.creators, card.creators(), Limits.CREATORS_OF_A_CARD, weight);
    }

    /** Each name counts once, however often the card repeats it. */
    private void addTo(Table<AffinityEntry> table, List<String> names, int most, double weight) {
        int count = Math.min(names.size(), most);
        for (int i = 0; i < count; i++) {
            String name = names.get(i);
            if (isRemembered(name) && names.indexOf(name) == i) {
                AffinityEntry entry = table.own(name);
                if (entry == null) {
                    entry = new AffinityEntry(name);
                    table.put(entry);
                }
                Weights.add(entry.weights, 0, weight, growth);
                if (type == InteractionType.PLAY) {
                    entry.addPlay(at);
                }
            }
        }
    }

    private void foldCard() {
        switch (type) {
            case IMPRESSION -> exposure().unanswered++;
            case DISMISS -> exposure().dismissed = true;
            case PLAY -> play();
            case COMPLETE -> hear();
            case CLICK, SAVE -> state.exposures.remove(card.cardId().value());
            case SKIP -> {}
        }
    }

    private ExposureEntry exposure() {
        String cardId = card.cardId().value();
        ExposureEntry exposure = state.exposures.own(cardId);
        if (exposure == null) {
            exposure = new ExposureEntry(cardId);
            state.exposures.put(exposure);
        }
        exposure.lastAt = Math.max(exposure.lastAt, at);
        return exposure;
    }

    private void play() {
        if (state.recent.find(card.cardId().value()) == null) {
            Weights.add(state.listening, 0, 1, growth);
        }
        hear().plays++;
        Weights.add(state.kinds, card.kind().ordinal() * HalfLife.COUNT, 1, growth);
        beat(Rhythm.hourOf(at));
        beat(Rhythm.weekdayOf(at));
        state.streak.play(at / Micros.PER_DAY);
    }

    private void beat(int slot) {
        state.rhythm[slot] = (float) (state.rhythm[slot] + growth[HalfLife.MONTH.ordinal()]);
    }

    private RecentEntry hear() {
        String cardId = card.cardId().value();
        state.exposures.remove(cardId);
        RecentEntry heard = state.recent.own(cardId);
        if (heard == null || at >= heard.lastPlayedAt) {
            long plays = heard == null ? 0 : heard.plays;
            heard = new RecentEntry(
                    cardId,
                    card.kind(),
                    remembered(card.creators(), Limits.CREATORS_OF_A_CARD),
                    remembered(card.tags(), CardFacts.MAX_TAGS));
            heard.plays = plays;
            heard.lastPlayedAt = at;
            state.recent.put(heard);
        }
        return heard;
    }

    private static List<String> remembered(List<String> names, int most) {
        boolean all = names.size() <= most;
        for (int i = 0; all && i < names.size(); i++) {
            all = isRemembered(names.get(i));
        }
        return all
                ? names
                : names.stream()
                        .filter(InteractionFold::isRemembered)
                        .limit(most)
                        .toList();
    }

    private static boolean isRemembered(String name) {
        return name.length() <= Limits.NAME_LENGTH;
    }
}

package dev.counterpoint.training.embedding;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cards that a listener played, completed or saved in a span of time, the last one first; of many the last {@value #MOST_CARDS}, so that
 * nobody decides for all. A card weighs {@code 1 + ln(plays + completions + 2·saves)}, at most {@value #MOST_WEIGHT}. One that was dismissed
 * after the last of these is left out.
 *
 * @param cards none twice
 * @param weights float[cards], each 1 to {@value #MOST_WEIGHT}; not copied
 */
public record ListenerPlays(List<CardId> cards, float[] weights) {
    static final int MOST_CARDS = 200;
    static final float MOST_WEIGHT = 4;

    public ListenerPlays {
        cards = List.copyOf(cards);
        if (cards.size() != weights.length) {
            throw new IllegalArgumentException(cards.size() + " cards have " + weights.length + " weights");
        }
    }

    /**
     * @param events of one listener, in order
     * @param from recorded then or later
     * @param to recorded before then
     */
    public static ListenerPlays of(List<RecordedEvent> events, Instant from, Instant to) {
        Map<CardId, Integer> counts = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            boolean isWithin =
                    !event.recordedAt().isBefore(from) && event.recordedAt().isBefore(to);
            if (isWithin && event.event() instanceof InteractionRecorded interaction) {
                count(interaction, counts);
            }
        }
        List<Map.Entry<CardId, Integer>> all = new ArrayList<>(counts.entrySet());
        int most = Math.min(MOST_CARDS, all.size());
        List<CardId> cards = new ArrayList<>(most);
        float[] weights = new float[most];
        for (int i = 0; i < most; i++) {
            Map.Entry<CardId, Integer> latest = all.get(all.size() - 1 - i);
            cards.add(latest.getKey());
            weights[i] = (float) Math.min(MOST_WEIGHT, 1 + StrictMath.log(latest.getValue()));
        }
        return new ListenerPlays(cards, weights);
    }

    private static void count(InteractionRecorded interaction, Map<CardId, Integer> counts) {
        CardId card = interaction.card().cardId();
        if (interaction.type() == InteractionType.DISMISS) {
            counts.remove(card);
            return;
        }
        int more = strengthOf(interaction.type());
        if (more > 0) {
            Integer before = counts.remove(card);
            counts.put(card, more + (before == null ? 0 : before));
        }
    }

    private static int strengthOf(InteractionType type) {
        return switch (type) {
            case PLAY, COMPLETE -> 1;
            case SAVE -> 2;
            case IMPRESSION, CLICK, SKIP, DISMISS -> 0;
        };
    }
}

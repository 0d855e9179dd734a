package dev.counterpoint.training.replay;

import static dev.counterpoint.training.replay.ServedPages.LISTENER;
import static dev.counterpoint.training.replay.ServedPages.SHELF;
import static dev.counterpoint.training.replay.ServedPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.training.replay.ServedDecisions.Served;
import dev.counterpoint.training.row.PageOutcome;
import dev.counterpoint.training.row.Reward;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreditsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BIT = Duration.ofNanos(1_000);

    private final List<Served> served =
            new ArrayList<>(List.of(page("first", NOON, "a", "b"), page("second", NOON.plusSeconds(600), "b", "c")));
    private final List<RecordedEvent> events = new ArrayList<>();

    private static Attribution on(String decision, int column) {
        return new Attribution(new DecisionId(decision), SHELF, 0, column);
    }

    private void did(
            String id, InteractionType type, String card, Instant at, @Nullable Long ms, @Nullable Attribution named) {
        CardFacts facts = new CardFacts(new CardId(card), CardKind.TRACK, List.of(), List.of());
        events.add(new RecordedEvent(
                LISTENER,
                events.size(),
                new UUID(0, events.size()),
                at,
                new InteractionRecorded(new InteractionId(id), type, facts, at, ms, named),
                Map.of()));
    }

    private double earned(String decision, Reward reward, int column) {
        return Credits.of(served, events)
                .of(new DecisionId(decision))
                .map(outcome -> outcome.earned(reward, 0, column))
                .orElseThrow();
    }

    @Test
    void what_names_no_page_is_credited_to_the_last_one_that_showed_its_card() {
        did("1", InteractionType.CLICK, "b", NOON.plusSeconds(700), null, null);
        did("2", InteractionType.SAVE, "b", NOON.plusSeconds(500), null, null);
        did("3", InteractionType.CLICK, "a", NOON.plusSeconds(700), null, null);

        assertThat(earned("first", Reward.CLICK, 1)).isZero();
        assertThat(earned("second", Reward.CLICK, 0)).isEqualTo(1);
        assertThat(earned("first", Reward.SAVE, 1)).isEqualTo(1);
        assertThat(earned("first", Reward.CLICK, 0)).isEqualTo(1);
    }

    @Test
    void what_names_a_page_is_credited_to_no_other() {
        did("1", InteractionType.CLICK, "b", NOON.plusSeconds(700), null, on("first", 1));
        did("2", InteractionType.CLICK, "c", NOON.plusSeconds(700), null, on("elsewhere", 1));

        assertThat(earned("first", Reward.CLICK, 1)).isEqualTo(1);
        assertThat(earned("second", Reward.CLICK, 0)).isZero();
        assertThat(earned("second", Reward.CLICK, 1)).isZero();
    }

    @Test
    void what_is_delayed_by_less_than_an_hour_counts_and_what_is_late_does_not() {
        did("1", InteractionType.CLICK, "a", NOON.plus(HOUR).minus(BIT), null, on("first", 0));
        did("2", InteractionType.SAVE, "a", NOON.plus(HOUR), null, on("first", 0));
        did("3", InteractionType.COMPLETE, "a", NOON.plus(HOUR), null, null);
        did("4", InteractionType.CLICK, "a", NOON.minus(BIT), null, null);

        assertThat(earned("first", Reward.CLICK, 0)).isEqualTo(1);
        assertThat(earned("first", Reward.SAVE, 0)).isZero();
        assertThat(earned("first", Reward.COMPLETION, 0)).isZero();
    }

    @Test
    void what_is_recorded_twice_is_credited_once_and_to_one_page() {
        did("1", InteractionType.PLAY, "b", NOON.plusSeconds(10), 60_000L, null);
        did("1", InteractionType.PLAY, "b", NOON.plusSeconds(20), 60_000L, null);
        did("1", InteractionType.PLAY, "b", NOON.plusSeconds(700), 60_000L, null);
        did("2", InteractionType.PLAY, "b", NOON.plusSeconds(720), 120_000L, null);

        assertThat(earned("first", Reward.PLAYED_MS, 1)).isEqualTo(0.1);
        assertThat(earned("second", Reward.PLAYED_MS, 0)).isEqualTo(0.2);
    }

    @Test
    void the_order_in_which_it_was_recorded_does_not_matter() {
        did("1", InteractionType.IMPRESSION, "b", NOON.plusSeconds(1), null, null);
        did("2", InteractionType.PLAY, "b", NOON.plusSeconds(10), 60_000L, on("first", 1));
        did("3", InteractionType.COMPLETE, "b", NOON.plusSeconds(70), 60_000L, null);
        did("4", InteractionType.CLICK, "b", NOON.plusSeconds(650), null, null);
        did("5", InteractionType.PLAY, "b", NOON.plusSeconds(660), 20_000L, on("second", 0));
        List<Double> inOrder = everything();
        Collections.reverse(events);

        assertThat(everything()).isEqualTo(inOrder).contains(0.1, 1.0);
    }

    private List<Double> everything() {
        List<Double> all = new ArrayList<>();
        for (Reward reward : Reward.values()) {
            all.add(earned("first", reward, 1));
            all.add(earned("second", reward, 0));
        }
        return all;
    }

    /** It stands behind the window, and would be read in the next one. */
    @Test
    void a_page_after_the_window_takes_its_own_credit() {
        did("1", InteractionType.IMPRESSION, "b", NOON.plusSeconds(1), null, null);
        did("2", InteractionType.CLICK, "b", NOON.plusSeconds(700), null, null);

        Map<Instant, PageOutcome> alone = replayed(new Window(NOON, NOON.plusSeconds(600)));
        assertThat(alone.get(NOON).earned(Reward.CLICK, 0, 1)).isZero();
        assertThat(alone).hasSize(1);
        served.remove(1);
        assertThat(replayed(new Window(NOON, NOON.plusSeconds(600))).get(NOON).earned(Reward.CLICK, 0, 1))
                .isEqualTo(1);
    }

    private Map<Instant, PageOutcome> replayed(Window window) {
        ListenerStreams streams = new ListenerStreams() {
            @Override
            public int parts() {
                return 1;
            }

            @Override
            public void walk(int part, Visitor visitor) {
                visitor.visit(LISTENER, events);
            }
        };
        ServedDecisions decisions = (stream, from, to) -> served.stream()
                .filter(page -> new Window(from, to).includes(page.decision().servedAt()))
                .toList();
        Map<Instant, PageOutcome> pages = new HashMap<>();
        new Replay(streams, decisions, new NoVersions())
                .part(0, window, page -> pages.put(page.decision().servedAt(), page.outcome()));
        return pages;
    }

    private static final class NoVersions implements PastVersions {
        @Override
        public Catalog catalog(long number) {
            return Catalog.empty();
        }

        @Override
        public Statistics statistics(long version) {
            return Statistics.empty();
        }

        @Override
        public Embeddings embeddings(String version) {
            return Embeddings.none();
        }
    }
}

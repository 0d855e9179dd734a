package dev.counterpoint.command.stream;

import static dev.counterpoint.command.Samples.ANNA;
import static dev.counterpoint.command.Samples.aCard;
import static dev.counterpoint.command.Samples.aPlay;
import static dev.counterpoint.command.Samples.candidate;
import static dev.counterpoint.command.Samples.streamOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.catalog.PublishCards;
import dev.counterpoint.command.listener.RecordInteractions;
import dev.counterpoint.command.listener.RecordingAnswer;
import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
    private static final StreamId LISTENER = streamOf(ANNA);
    private static final StreamId SHARD = CatalogShards.stream(3);

    private final TestEngine engine = new TestEngine();
    private final TestClock clock = new TestClock();

    @Test
    void a_listener_is_snapshotted_about_every_500_events_and_loads_from_there() {
        try (CommandSide side = process()) {
            playThousand(side);
        }
        assertThat(engine.snapshotSequence(LISTENER)).isBetween(900L, 1000L);
        int read = engine.eventsRead.get();
        try (CommandSide side = process()) {
            assertThat(play(side, 0, 100)).isEqualTo(new Recorded(1000, 0, 100));
            assertThat(play(side, 950, 1050)).isEqualTo(new Recorded(1050, 50, 50));
            assertThat(side.statistics().unreadableSnapshots()).isZero();
        }
        assertThat(engine.eventsRead.get() - read).isLessThan(100);
    }

    @Test
    void a_snapshot_that_nothing_follows_is_enough() {
        try (CommandSide side = process()) {
            IntStream.range(0, 5).forEach(hundred -> play(side, hundred * 100, hundred * 100 + 100));
        }
        assertThat(engine.snapshotSequence(LISTENER)).isEqualTo(engine.head(LISTENER));
        try (CommandSide side = process()) {
            assertThat(play(side, 0, 1)).isEqualTo(new Recorded(500, 0, 1));
            assertThat(play(side, 500, 501)).isEqualTo(new Recorded(501, 1, 0));
        }
    }

    @Test
    void a_snapshot_of_another_revision_is_passed_over_and_counted() {
        try (CommandSide side = process()) {
            playThousand(side);
        }
        engine.replaceSnapshot(LISTENER, new StateSnapshot("listener", 99, new byte[0]));
        try (CommandSide side = process()) {
            assertThat(play(side, 0, 100)).isEqualTo(new Recorded(1000, 0, 100));
            assertThat(side.statistics().unreadableSnapshots()).isEqualTo(1);
        }
    }

    @Test
    void a_broken_snapshot_is_passed_over_and_counted() {
        try (CommandSide side = process()) {
            playThousand(side);
        }
        engine.replaceSnapshot(LISTENER, new StateSnapshot("listener", 1, new byte[] {0, 1, 'x', 0}));
        try (CommandSide side = process()) {
            assertThat(play(side, 500, 600)).isEqualTo(new Recorded(1000, 0, 100));
            assertThat(side.statistics().unreadableSnapshots()).isEqualTo(1);
        }
    }

    @Test
    void a_shard_is_snapshotted_in_proportion_to_its_size() {
        try (CommandSide side = process()) {
            IntStream.range(0, 20).forEach(round -> publish(side, round * 100, round * 100 + 100));
            assertThat(side.statistics().snapshotsStored()).isLessThanOrEqualTo(3);
        }
        assertThat(engine.snapshotSequence(SHARD)).isGreaterThan(490);
        try (CommandSide side = process()) {
            assertThat(publish(side, 0, 100)).containsOnly(false).hasSize(100);
            assertThat(publish(side, 1950, 2050)).contains(true, false);
        }
    }

    private void playThousand(CommandSide side) {
        IntStream.range(0, 10).forEach(hundred -> play(side, hundred * 100, hundred * 100 + 100));
        assertThat(engine.head(LISTENER)).isEqualTo(1000);
    }

    private CommandSide process() {
        return new CommandSide(engine, clock, CommandMemory.standard());
    }

    private static RecordingAnswer play(CommandSide side, int from, int to) {
        return side.commands()
                .send(
                        new RecordInteractions(
                                LISTENER,
                                ANNA,
                                IntStream.range(from, to)
                                        .mapToObj(i -> candidate(aPlay("i" + i, "c1")))
                                        .toList(),
                                List.of()),
                        "corr-1");
    }

    private static List<Boolean> publish(CommandSide side, int from, int to) {
        List<Card> cards =
                IntStream.range(from, to).mapToObj(i -> aCard("card" + i)).toList();
        return side.commands().send(new PublishCards(SHARD, cards), "corr-1");
    }
}

package dev.counterpoint.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.profile.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StatisticsProperties {

    @Property(tries = 30)
    void a_base_and_its_changes_give_what_counting_all_at_once_gives(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int perVersion) {
        List<RecordedEvent> events = Streams.aLife(seed, 600);
        StatisticsFold stepwise = new StatisticsFold(Statistics.empty());
        Statistics followed = Statistics.empty();
        for (int i = 0; i < events.size(); i++) {
            stepwise.apply(events.get(i));
            if (i % perVersion == 0 || i == events.size() - 1) {
                Statistics before = followed;
                followed = stepwise.cut(i + 1, Map.of(0, (long) i), Streams.START)
                        .map(change -> before.with(StatisticsBytes.decode(StatisticsBytes.encode(change))))
                        .orElse(before);
            }
        }
        StatisticsFold atOnce = new StatisticsFold(Statistics.empty());
        events.forEach(atOnce::apply);
        atOnce.cut(events.size(), Map.of(0, events.size() - 1L), Streams.START);

        byte[] base = StatisticsBytes.encode(followed.asBase());
        assertThat(base).isEqualTo(StatisticsBytes.encode(stepwise.latest().asBase()));
        assertThat(base).isEqualTo(StatisticsBytes.encode(atOnce.latest().asBase()));
        assertThat(followed.mostPopular()).isEqualTo(atOnce.latest().mostPopular());
        assertThat(Statistics.empty().with(StatisticsBytes.decode(base)).mostPopular())
                .isEqualTo(followed.mostPopular());
    }

    @Property(tries = 50)
    void going_on_from_a_stored_base_is_going_on(@ForAll long seed) {
        List<RecordedEvent> events = Streams.aLife(seed, 200);
        StatisticsFold fold = new StatisticsFold(Statistics.empty());
        events.subList(0, 100).forEach(fold::apply);
        fold.cut(1, Map.of(), Streams.START);
        StatisticsFold restarted = new StatisticsFold(Statistics.empty()
                .with(StatisticsBytes.decode(
                        StatisticsBytes.encode(fold.latest().asBase()))));

        events.subList(100, 200).forEach(fold::apply);
        events.subList(100, 200).forEach(restarted::apply);

        assertThat(restarted.cut(2, Map.of(), Streams.START)).isEqualTo(fold.cut(2, Map.of(), Streams.START));
    }

    @Property(tries = 50)
    void a_card_takes_a_fixed_number_of_bytes(@ForAll long seed, @ForAll @IntRange(max = 100) int interactions) {
        StatisticsFold fold = new StatisticsFold(Statistics.empty());
        Streams.aLife(seed, interactions).forEach(fold::apply);
        fold.cut(1, Map.of(), Streams.START);

        fold.latest().forEachCard((cardId, card) -> {
            byte[] bytes = StatisticsBytes.encode(card);
            assertThat(bytes).hasSize(StatisticsBytes.CARD_BYTES);
            assertThat(StatisticsBytes.decodeCard(bytes)).isEqualTo(card);
        });
    }

    @Property(tries = 100)
    void bytes_cut_short_are_refused(@ForAll @IntRange(max = 3_000) int keep) {
        StatisticsFold fold = new StatisticsFold(Statistics.empty());
        Streams.aLife(7, 50).forEach(fold::apply);
        fold.cut(1, Map.of(0, 49L), Streams.START);
        byte[] bytes = StatisticsBytes.encode(fold.latest().asBase());

        byte[] cut = Arrays.copyOf(bytes, Math.min(keep, bytes.length - 1));

        assertThatThrownBy(() -> StatisticsBytes.decode(cut)).isInstanceOf(UnreadableBytesException.class);
    }
}

package dev.counterpoint.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.SlidingWindow;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AffinityRowsProperties {

    @Property(tries = 60)
    void rows_say_what_affinities_say(
            @ForAll long seed,
            @ForAll @IntRange(max = 600) int interactions,
            @ForAll @IntRange(max = 3_000) int minutes) {
        Profile profile = Profile.empty().applyAll(Streams.aLife(seed, interactions));
        Affinities tags =
                profile.at(Streams.START.plus(Duration.ofMinutes(minutes))).tags();
        AffinityRows rows = tags.rows();

        for (int number = 0; number < 310; number++) {
            String tag = "tag " + number;
            double[] sums = new double[AffinityRows.COLUMNS + 1];
            boolean isThere =
                    rows.addTo(sums, 1, Catalogs.aCard("any", "other", tag).tagNames(), 1, 2);

            assertThat(sums[0]).isZero();
            for (HalfLife halfLife : HalfLife.values()) {
                assertThat(sums[1 + AffinityRows.column(halfLife)]).isEqualTo(2 * tags.of(tag, halfLife));
            }
            for (SlidingWindow window : SlidingWindow.values()) {
                assertThat(sums[1 + AffinityRows.column(window)]).isEqualTo(2 * tags.plays(tag, window));
            }
            assertThat(isThere).isEqualTo(profile.state().tags.find(tag) != null);
        }
    }
}

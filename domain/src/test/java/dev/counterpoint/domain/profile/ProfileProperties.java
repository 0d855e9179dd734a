package dev.counterpoint.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.event.RecordedEvent;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProfileProperties {

    @Property(tries = 60)
    void folding_one_by_one_in_batches_or_resumed_from_bytes_is_the_same(
            @ForAll long seed,
            @ForAll @IntRange(max = 400) int interactions,
            @ForAll @IntRange(min = 1, max = 50) int batch) {
        List<RecordedEvent> events = Streams.aLife(seed, interactions);

        Profile oneByOne = Profile.empty();
        for (RecordedEvent event : events) {
            oneByOne = oneByOne.apply(event);
        }
        Profile resumed = Profile.empty();
        for (int from = 0; from < events.size(); from += batch) {
            Profile next = resumed.applyAll(events.subList(from, Math.min(events.size(), from + batch)));
            resumed = ProfileBytes.decode(ProfileBytes.encode(next));
        }

        assertThat(oneByOne).isEqualTo(Profile.empty().applyAll(events)).isEqualTo(resumed);
        assertThat(oneByOne.sequence()).isEqualTo(interactions);
    }

    @Property(tries = 60)
    void decoding_gives_back_what_was_encoded(@ForAll long seed, @ForAll @IntRange(max = 1_000) int interactions) {
        Profile profile = Profile.empty().applyAll(Streams.aLife(seed, interactions));

        byte[] bytes = ProfileBytes.encode(profile);

        assertThat(ProfileBytes.encode(ProfileBytes.decode(bytes))).isEqualTo(bytes);
        assertThat(ProfileBytes.foldVersion(bytes)).isEqualTo(Profile.FOLD_VERSION);
    }

    @Property(tries = 200)
    void bytes_cut_short_are_refused(@ForAll long seed, @ForAll @IntRange(max = 2_000) int keep) {
        byte[] bytes = ProfileBytes.encode(Profile.empty().applyAll(Streams.aLife(seed, 60)));

        byte[] cut = Arrays.copyOf(bytes, Math.min(keep, bytes.length - 1));

        assertThatThrownBy(() -> ProfileBytes.decode(cut)).isInstanceOf(UnreadableBytesException.class);
    }

    @Property(tries = 300)
    void damaged_bytes_are_refused_or_read_as_some_profile(
            @ForAll long seed, @ForAll @IntRange(max = 100_000) int position, @ForAll byte value) {
        byte[] bytes = ProfileBytes.encode(Profile.empty().applyAll(Streams.aLife(seed % 5, 60)));
        bytes[position % bytes.length] = value;

        try {
            assertThat(ProfileBytes.decode(bytes)).isNotNull();
        } catch (UnreadableBytesException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }

    @Property(tries = 30)
    void folding_on_leaves_the_profile_before_as_it_was(@ForAll long seed) {
        List<RecordedEvent> events = Streams.aLife(seed, 200);
        Profile before = Profile.empty().applyAll(events.subList(0, 100));
        byte[] bytes = ProfileBytes.encode(before);

        before.applyAll(events.subList(100, 200));

        assertThat(ProfileBytes.encode(before)).isEqualTo(bytes);
    }
}

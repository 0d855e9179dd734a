package dev.counterpoint.infra.cassandra.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BucketsProperties {

    @Property(tries = 500)
    void a_reader_begins_where_an_event_stands_or_one_before(
            @ForAll @IntRange(min = 2, max = 300) int size,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 128) Integer> appends) {
        Buckets buckets = new Buckets(size);
        List<Integer> bucketOf = bucketsOfEvents(buckets, appends);

        for (int sequence = 0; sequence < bucketOf.size(); sequence++) {
            int nominal = sequence / size;
            assertThat(bucketOf.get(sequence))
                    .isBetween(nominal - 1, nominal)
                    .isBetween(buckets.toReadFrom(sequence), nominal);
        }
    }

    @Property(tries = 500)
    void no_event_stands_in_a_bucket_that_begins_after_it(
            @ForAll @IntRange(min = 2, max = 300) int size,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 128) Integer> appends) {
        Buckets buckets = new Buckets(size);
        List<Integer> bucketOf = bucketsOfEvents(buckets, appends);

        for (int sequence = 0; sequence < bucketOf.size(); sequence++) {
            assertThat(buckets.beginsAtOrAfter(bucketOf.get(sequence), sequence + 1L))
                    .isFalse();
        }
    }

    /** The bucket of every event of a stream that was appended in blocks. */
    private static List<Integer> bucketsOfEvents(Buckets buckets, List<Integer> appends) {
        List<Integer> bucketOf = new ArrayList<>();
        for (int asked : appends) {
            int bucket = buckets.ofAppendAfter(bucketOf.size() - 1L);
            for (int i = 0; i < Math.min(asked, buckets.largestAppend()); i++) {
                bucketOf.add(bucket);
            }
        }
        return bucketOf;
    }
}

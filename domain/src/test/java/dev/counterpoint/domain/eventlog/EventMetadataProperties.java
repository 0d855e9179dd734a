package dev.counterpoint.domain.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EventMetadataProperties {

    @Property(tries = 300)
    void what_was_written_is_read(@ForAll Map<Integer, String> values) {
        Map<String, String> entries = named(values);

        assertThat(EventMetadata.of(entries).toMap()).isEqualTo(entries);
    }

    @Property(tries = 300)
    void equal_maps_have_equal_bytes_in_whatever_order_they_were_made(@ForAll Map<Integer, String> values) {
        Map<String, String> entries = named(values);
        List<String> keys = new ArrayList<>(entries.keySet());
        Collections.reverse(keys);
        Map<String, String> reversed = new LinkedHashMap<>();
        keys.forEach(key -> reversed.put(key, entries.get(key)));

        assertThat(EventMetadata.of(reversed)).isEqualTo(EventMetadata.of(entries));
    }

    /** Lone surrogates have no UTF-8: what they become is what is kept. */
    private static Map<String, String> named(Map<Integer, String> values) {
        Map<String, String> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put("key " + key, value.replaceAll("\\p{Cs}", "")));
        return entries;
    }
}

package dev.counterpoint.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EpochMapProperties {

    @Property(tries = 200)
    void every_state_is_what_a_hash_map_would_be_and_stays_so(
            @ForAll @Size(max = 20) List<@Size(max = 100) Map<@IntRange(min = 0, max = 400) Integer, String>> changes) {
        List<EpochMap<Integer, String>> states = new ArrayList<>(List.of(EpochMap.empty()));
        List<Map<Integer, String>> expected = new ArrayList<>(List.of(Map.of()));
        for (Map<Integer, String> change : changes) {
            states.add(states.get(states.size() - 1).with(change));
            Map<Integer, String> next = new HashMap<>(expected.get(expected.size() - 1));
            next.putAll(change);
            expected.add(next);
        }

        for (int i = 0; i < states.size(); i++) {
            assertThat(contentOf(states.get(i))).isEqualTo(expected.get(i));
            assertThat(states.get(i).size()).isEqualTo(expected.get(i).size());
        }
    }

    @Property(tries = 100)
    void a_key_that_is_not_there_has_no_value(
            @ForAll Map<@IntRange(min = 0, max = 50) Integer, String> content,
            @ForAll @IntRange(min = 0, max = 60) int key) {
        assertThat(EpochMap.<Integer, String>empty().with(content).get(key)).isEqualTo(content.get(key));
    }

    @Property
    void many_keys_at_once_are_found_as_one_by_one(
            @ForAll Map<@IntRange(min = -50, max = 50) Integer, String> content,
            @ForAll List<@IntRange(min = -60, max = 60) Integer> keys) {
        EpochMap<Integer, String> map = EpochMap.<Integer, String>empty().with(content);
        String[] found = new String[keys.size()];

        map.getAll(keys.toArray(Integer[]::new), found);

        assertThat(found).containsExactly(keys.stream().map(content::get).toArray(String[]::new));
    }

    private static Map<Integer, String> contentOf(EpochMap<Integer, String> map) {
        Map<Integer, String> content = new HashMap<>();
        map.forEach((key, value) -> assertThat(content.put(key, value)).isNull());
        return content;
    }
}

package dev.counterpoint.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void names_are_a_list_like_any_other_with_hashes_at_hand() {
        Names names = Names.copyOf(List.of("jazz", "Aa", "BB", ""));

        assertThat(names).isEqualTo(List.of("jazz", "Aa", "BB", "")).hasSameHashCodeAs(List.of("jazz", "Aa", "BB", ""));
        assertThat(List.of("jazz", "Aa", "BB", "")).isEqualTo(names);
        for (int i = 0; i < names.size(); i++) {
            assertThat(names.hash(i)).isEqualTo(names.get(i).hashCode());
        }
    }

    @Test
    void a_copy_does_not_change_with_what_it_was_made_of_and_cannot_be_changed() {
        List<String> given = new ArrayList<>(List.of("jazz"));
        Names names = Names.copyOf(given);
        given.set(0, "rock");

        assertThat(names).containsExactly("jazz");
        assertThat(Names.copyOf(names)).isSameAs(names);
        assertThatThrownBy(() -> names.set(0, "rock")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Names.copyOf(Arrays.asList("a", null))).isInstanceOf(NullPointerException.class);
    }

    @Test
    void equal_names_share_a_string_and_unequal_ones_of_one_hash_stay_apart() {
        String one = Names.pooled(new String("a name of its own"));

        assertThat(Names.pooled(new String("a name of its own"))).isSameAs(one);
        assertThat(Names.pooled("Aa")).isEqualTo("Aa");
        assertThat(Names.pooled("BB")).isEqualTo("BB");
        assertThat(Names.pooled("Aa")).isEqualTo("Aa");
    }
}

package dev.counterpoint.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DecisionIdsProperties {
    private final DecisionIds ids = keyed(1);

    @Property
    void an_id_tells_where_its_record_lies(
            @ForAll @LongRange(min = 0) long epoch,
            @ForAll @LongRange(min = 0) long group,
            @ForAll @IntRange(min = 0) int slot,
            @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis) {
        Instant servedAt = Instant.ofEpochMilli(millis);

        DecisionId id = ids.idOf(epoch, group, slot, servedAt);

        assertThat(ids.placeOf(id)).contains(new DecisionIds.Place(epoch, group, slot, servedAt));
        assertThat(keyed(2).placeOf(id)).isEmpty();
    }

    @Property
    void an_id_with_one_other_character_is_not_ours(
            @ForAll @IntRange(min = 0, max = 53) int position, @ForAll("characters") char character) {
        String written =
                ids.idOf(7, 11, 3, Instant.ofEpochMilli(1_790_000_000_000L)).value();
        String forged = written.substring(0, position) + character + written.substring(position + 1);

        assertThat(ids.placeOf(new DecisionId(forged)).isPresent()).isEqualTo(forged.equals(written));
    }

    @Property
    void any_identifier_can_be_asked_for(@ForAll("identifiers") String text) {
        assertThat(ids.placeOf(new DecisionId(text))).isEmpty();
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().alpha().numeric().with('-', '_', '.', '~');
    }

    @Provide
    Arbitrary<String> identifiers() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-_.~")
                .ofMinLength(1)
                .ofMaxLength(128)
                .filter(text -> !text.equals(".") && !text.equals(".."));
    }

    private static DecisionIds keyed(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return new DecisionIds(key);
    }
}

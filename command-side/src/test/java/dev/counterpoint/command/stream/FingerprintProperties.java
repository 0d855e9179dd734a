package dev.counterpoint.command.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class FingerprintProperties {
    @Property
    void equal_texts_and_only_those_are_alike(@ForAll List<String> some, @ForAll List<String> others) {
        boolean alike = of(some).equals(of(others));
        assertThat(alike).isEqualTo(some.equals(others));
    }

    @Property
    void where_a_text_ends_makes_a_difference(@ForAll String left, @ForAll char moved, @ForAll String right) {
        Fingerprint first =
                new Fingerprint.Writer().text(left + moved).text(right).finish();
        Fingerprint second =
                new Fingerprint.Writer().text(left).text(moved + right).finish();
        assertThat(first).isNotEqualTo(second);
    }

    @Property
    void nothing_is_not_zero_and_not_empty(@ForAll long number) {
        assertThat(ofNumber(null)).isNotEqualTo(ofNumber(number));
        assertThat(new Fingerprint.Writer().text(null).finish())
                .isNotEqualTo(new Fingerprint.Writer().text("").finish());
    }

    /** They stand in snapshots: a change here would make every repeated interaction a contradiction. */
    @Example
    void is_the_same_for_ever() {
        assertThat(Fingerprint.of("i1")).isEqualTo(new Fingerprint(4095370431438967880L, -8032802913311757860L));
    }

    private static Fingerprint of(List<String> texts) {
        return new Fingerprint.Writer().texts(texts).finish();
    }

    private static Fingerprint ofNumber(@Nullable Long number) {
        return new Fingerprint.Writer().number(number).finish();
    }
}

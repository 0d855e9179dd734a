package dev.counterpoint.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class IdentifiersProperties {

    @Property
    void what_is_made_of_the_allowed_characters_is_an_identifier(
            @ForAll
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = 'A', to = 'Z')
                    @CharRange(from = '0', to = '9')
                    @Chars({'.', '_', '~', '-'})
                    @StringLength(min = 1, max = 128)
                    String text) {
        Assume.that(!text.matches("\\.{1,2}"));
        assertThat(Identifiers.require("an id", text)).isEqualTo(text);
        assertThat(text).matches(Identifiers.PATTERN);
    }

    @Example
    void what_an_address_takes_for_another_one_is_refused() {
        for (String text : List.of(".", "..")) {
            assertThat(Identifiers.isValid(text)).isFalse();
            assertThat(text).doesNotMatch(Identifiers.PATTERN);
        }
        assertThat(Identifiers.isValid("...")).isTrue();
        assertThat("..a").matches(Identifiers.PATTERN);
    }

    @Property
    void one_character_that_is_not_allowed_is_refused(
            @ForAll("badCharacters") char bad,
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 20) String before,
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 20) String after) {
        assertThatIllegalArgumentException().isThrownBy(() -> Identifiers.require("an id", before + bad + after));
    }

    @Provide
    Arbitrary<Character> badCharacters() {
        return Arbitraries.chars()
                .all()
                .filter(character ->
                        !".~_-".contains("" + character) && !(character < 128 && Character.isLetterOrDigit(character)));
    }

    @Property
    void more_than_128_characters_are_refused(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 129, max = 400) String text) {
        assertThat(Identifiers.isValid(text)).isFalse();
    }
}

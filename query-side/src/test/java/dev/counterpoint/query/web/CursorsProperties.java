package dev.counterpoint.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CursorsProperties {

    @Property
    void numbers_comeBackAsTheyWere(@ForAll @Size(max = 6) long[] numbers) {
        assertThat(Cursors.parse(Cursors.of(numbers), numbers.length)).isEqualTo(numbers);
    }

    @Property
    void text_comesBackAsItWas(@ForAll byte[] bytes) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(Cursors.parseText(Cursors.ofText(text))).isEqualTo(text);
    }

    @Property
    void cursorOfAnotherList_isRefused(@ForAll @Size(min = 1, max = 5) long[] numbers) {
        assertMalformed(Cursors.of(numbers), numbers.length - 1);
        assertMalformed(Cursors.of(numbers), numbers.length + 1);
    }

    @Property
    void anythingElse_isRefused_andNothingWorse(@ForAll String invented) {
        try {
            assertThat(Cursors.parse(invented, 4)).hasSize(4);
        } catch (RequestRefusedException refused) {
            assertThat(refused.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.MALFORMED);
        }
    }

    private static void assertMalformed(String cursor, int numbers) {
        assertThatThrownBy(() -> Cursors.parse(cursor, numbers))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("nextCursor");
    }
}

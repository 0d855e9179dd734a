package dev.counterpoint.infra.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitTest {

    @Test
    void of_findsEveryExitByItsCode() {
        assertThat(Arrays.stream(Exit.values()).map(exit -> Exit.of(exit.code())))
                .containsExactly(Exit.values());
    }

    @Test
    void of_aCodeThatIsNoneOfOurs_isAFailure() {
        assertThat(Exit.of(137)).isEqualTo(Exit.FAILED);
    }

    @Test
    void meanings_haveOneForEachCode() {
        assertThat(Exit.meanings())
                .hasSize(Exit.values().length)
                .containsEntry("3", "no platform runs on the data folder");
    }
}

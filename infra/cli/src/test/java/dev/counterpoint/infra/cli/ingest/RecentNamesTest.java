package dev.counterpoint.infra.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentNamesTest {
    private final RecentNames names = new RecentNames();

    @Test
    void add_saysWhetherANameIsNew() {
        assertThat(names.add("a")).isTrue();
        assertThat(names.add("b")).isTrue();
        assertThat(names.add("a")).isFalse();
    }

    @Test
    void add_forgetsTheNameThatWasLongestUnused() {
        names.add("used");
        names.add("unused");
        for (int i = 0; i < (1 << 16) - 1; i++) {
            names.add("used");
            names.add("other-" + i);
        }

        assertThat(names.add("used")).isFalse();
        assertThat(names.add("unused")).isTrue();
    }
}

package dev.counterpoint.domain.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageContextTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:30:00Z, 0, 510, 0",
        "2026-03-01T23:30:00Z, 60, 30, 0",
        "2026-03-02T00:30:00Z, -60, 1410, 6",
        "1970-01-01T00:00:00Z, 0, 0, 3",
        "1970-01-01T00:00:00Z, -1, 1439, 2",
        "2026-03-07T10:00:00Z, 840, 0, 6"
    })
    void local_time_is_the_request_in_the_listeners_zone(Instant now, int offset, int minute, int weekday) {
        assertThat(PageContext.at("phone", now, offset)).isEqualTo(new PageContext("phone", minute, weekday));
    }

    @Test
    void a_time_that_no_day_has_is_refused() {
        assertThatThrownBy(() -> new PageContext("phone", 1_440, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageContext("phone", 0, 7)).isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.counterpoint.query.home;

import static dev.counterpoint.query.SmallPlatform.listener;
import static dev.counterpoint.query.SmallPlatform.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.SmallPlatform;
import dev.counterpoint.query.load.ConcurrencyLimit;
import dev.counterpoint.query.load.OverloadedException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomePagesUnderLoadTest {
    private static final StreamId ANN = listener("ann");

    private final ConcurrencyLimit places = new ConcurrencyLimit(1, Duration.ofMillis(5));
    private final SmallPlatform platform = new SmallPlatform(places);

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void a_page_without_a_place_is_refused_and_leaves_no_trace() {
        int readsBefore = platform.history.reads();

        whileAllPlacesAreTaken(() -> {
            assertThatThrownBy(() -> platform.pages.serve(ANN, request(null))).isInstanceOf(OverloadedException.class);
            assertThatThrownBy(() -> platform.pages.serve(ANN, request("r1"))).isInstanceOf(OverloadedException.class);
        });

        assertThat(platform.decisions.newestOf(ANN, null, 10)).isEmpty();
        assertThat(platform.history.reads()).isEqualTo(readsBefore);
        assertThat(places.refused()).isEqualTo(2);
    }

    @Test
    void a_request_that_was_refused_gets_its_page_when_it_is_sent_again() {
        whileAllPlacesAreTaken(() -> assertThatThrownBy(() -> platform.pages.serve(ANN, request("r1")))
                .isInstanceOf(OverloadedException.class));

        assertThat(platform.pages.serve(ANN, request("r1")).decision().page().shelves())
                .isNotEmpty();
        assertThat(platform.decisions.newestOf(ANN, null, 10)).hasSize(1);
    }

    @Test
    void pages_that_are_answered_and_pages_that_are_refused_free_their_places() {
        platform.pages.serve(ANN, request("r1"));
        PageRequest other = new PageRequest("phone", new Grid(5, 7), 60, "r1");
        assertThatThrownBy(() -> platform.pages.serve(ANN, other)).isInstanceOf(RequestRefusedException.class);

        assertThat(places.running()).isZero();
        assertThat(platform.page(ANN).page().shelves()).isNotEmpty();
    }

    private void whileAllPlacesAreTaken(Runnable calls) {
        places.within(() -> {
            calls.run();
            return "done";
        });
    }
}

package dev.counterpoint.infra.server.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.server.StartRefusedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PersistenceTest {

    @Test
    void until_triesAgain() {
        AtomicInteger tries = new AtomicInteger();

        assertThat(new Persistence("it", Duration.ofMinutes(1)).until(() -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                    return "there";
                }))
                .isEqualTo("there");
        assertThat(tries).hasValue(2);
    }

    @Test
    void until_itsPatienceEnds() {
        assertThatThrownBy(() -> new Persistence("Kafka at a:1", Duration.ZERO).until(() -> {
                    throw new IllegalStateException("no route");
                }))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("Kafka at a:1")
                .hasMessageContaining("no route");
    }
}

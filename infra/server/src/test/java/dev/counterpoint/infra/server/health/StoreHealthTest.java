package dev.counterpoint.infra.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class StoreHealthTest {

    @Test
    void aStoreThatAnswers_isUp() {
        Health health = new StoreHealth("version", () -> "5.0.9").health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("version", "5.0.9");
    }

    @Test
    void aStoreThatDoesNot_isDown_andSaysNoMore() {
        Health health = new StoreHealth("version", () -> {
                    throw new IllegalStateException("secret detail");
                })
                .health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).isEmpty();
    }
}

package dev.counterpoint.infra.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private static final String LONG = "0123456789abcdef";

    @Test
    void rolesOf_aKnownKey_areThoseConfigured() {
        ApiKeys keys = new ApiKeys(Map.of(LONG, List.of("client", "analyst"), LONG + "2", List.of("operator")));

        assertThat(keys.rolesOf(LONG)).contains(Set.of("client", "analyst"));
        assertThat(keys.rolesOf(LONG + "2")).contains(Set.of("operator"));
        assertThat(keys.rolesOf(LONG + "3")).isEmpty();
        assertThat(keys.rolesOf("")).isEmpty();
    }

    @Test
    void keysThatAreNoKeys_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiKeys(Map.of("short", List.of("client"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiKeys(Map.of(LONG, List.of())));
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiKeys(Map.of(LONG, List.of("root"))));
    }

    @Test
    void noKeys_areEmpty() {
        assertThat(new ApiKeys(Map.of()).isEmpty()).isTrue();
    }
}

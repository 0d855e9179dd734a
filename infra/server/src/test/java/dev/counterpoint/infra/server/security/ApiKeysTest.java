package dev.counterpoint.infra.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.server.StartRefusedException;
import dev.counterpoint.infra.server.security.ApiKeys.Holder;
import dev.counterpoint.infra.server.settings.KeySettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private static final String LONG = "0123456789abcdef";

    @Test
    void holderOf_aKnownKey_hasTheRolesConfigured() {
        ApiKeys keys = new ApiKeys(List.of(key("app", LONG, "client", "analyst"), key("desk", LONG + "2", "operator")));

        assertThat(keys.holderOf(LONG)).contains(new Holder("app", Set.of("client", "analyst")));
        assertThat(keys.holderOf(LONG + "2")).contains(new Holder("desk", Set.of("operator")));
        assertThat(keys.holderOf(LONG + "3")).isEmpty();
        assertThat(keys.holderOf("")).isEmpty();
        assertThat(keys.isEmpty()).isFalse();
    }

    @Test
    void keysThatAreNoKeys_areRefused_withoutTheirSecret() {
        assertRefused("fewer than 16", key("app", "short", "client"));
        assertRefused("roles among", key("app", LONG));
        assertRefused("roles among", key("app", LONG, "root"));
        assertRefused("twice", key("one", LONG, "client"), key("app", LONG, "operator"));
    }

    @Test
    void noKeys_areEmpty() {
        assertThat(new ApiKeys(List.of()).isEmpty()).isTrue();
    }

    private static void assertRefused(String why, KeySettings... keys) {
        assertThatThrownBy(() -> new ApiKeys(List.of(keys)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("\"app\"")
                .hasMessageContaining(why)
                .hasMessageNotContaining(LONG);
    }

    private static KeySettings key(String name, String key, String... roles) {
        return new KeySettings(name, key, Set.of(roles));
    }
}

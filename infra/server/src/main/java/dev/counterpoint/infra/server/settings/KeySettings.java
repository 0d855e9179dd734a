package dev.counterpoint.infra.server.settings;

import java.util.Set;

/**
 * One key that calls may carry.
 *
 * @param name what logs call it
 * @param key the secret, at least 16 characters
 * @param roles of those who hold it: client, publisher, analyst, auditor, operator; at least one
 */
public record KeySettings(String name, String key, Set<String> roles) {
    public KeySettings {
        name = Required.of("counterpoint.keys[].name", name);
        key = Required.of("counterpoint.keys[].key", key);
        roles = Set.copyOf(Required.of("counterpoint.keys[].roles", roles));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name + roles;
    }
}

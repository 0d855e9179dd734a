package dev.counterpoint.infra.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that calls may carry, and their roles. Only digests are held; every look-up compares with all of them. */
public final class ApiKeys {
    private static final int MIN_LENGTH = 16;

    private final List<Known> known = new ArrayList<>();

    /**
     * @param rolesByKey the keys as they are configured
     * @throws IllegalArgumentException if a key is shorter than 16 characters, has no role or one that there is not
     */
    public ApiKeys(Map<String, List<String>> rolesByKey) {
        rolesByKey.forEach((key, roles) -> known.add(new Known(digest(checked(key)), checked(roles))));
    }

    public boolean isEmpty() {
        return known.isEmpty();
    }

    /** The roles of a key; empty if it is not known. */
    Optional<Set<String>> rolesOf(String key) {
        byte[] digest = digest(key);
        Optional<Set<String>> found = Optional.empty();
        for (Known each : known) {
            if (MessageDigest.isEqual(each.digest, digest)) {
                found = Optional.of(each.roles);
            }
        }
        return found;
    }

    private static String checked(String key) {
        if (key.length() < MIN_LENGTH) {
            throw new IllegalArgumentException("A key in counterpoint.keys has at least 16 characters.");
        }
        return key;
    }

    private static Set<String> checked(List<String> roles) {
        if (roles.isEmpty() || !Role.all().containsAll(roles)) {
            throw new IllegalArgumentException(
                    "A key in counterpoint.keys has roles among " + Role.all() + ", not " + roles + ".");
        }
        return new HashSet<>(roles);
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private record Known(byte[] digest, Set<String> roles) {}
}

package dev.counterpoint.infra.server.security;

import dev.counterpoint.infra.server.StartRefusedException;
import dev.counterpoint.infra.server.settings.KeySettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys that calls may carry, and their roles. Only digests are held; every look-up compares with all of them. */
public final class ApiKeys {
    private static final int MIN_LENGTH = 16;

    private final List<Known> known = new ArrayList<>();

    /** @throws StartRefusedException if a key is shorter than 16 characters or stands twice, has no role or one that there is not */
    public ApiKeys(List<KeySettings> configured) {
        for (KeySettings each : configured) {
            check(each);
            known.add(new Known(each.name(), digest(each.key()), each.roles()));
        }
    }

    public boolean isEmpty() {
        return known.isEmpty();
    }

    /** Who holds a key; empty if it is not known. */
    Optional<Holder> holderOf(String key) {
        byte[] digest = digest(key);
        Optional<Holder> found = Optional.empty();
        for (Known each : known) {
            if (MessageDigest.isEqual(each.digest, digest)) {
                found = Optional.of(new Holder(each.name, each.roles));
            }
        }
        return found;
    }

    private void check(KeySettings configured) {
        String name = "The key \"" + configured.name() + "\" in counterpoint.keys ";
        if (configured.key().length() < MIN_LENGTH) {
            throw new StartRefusedException(name + "has fewer than " + MIN_LENGTH + " characters.");
        }
        if (holderOf(configured.key()).isPresent()) {
            throw new StartRefusedException(name + "stands there twice.");
        }
        if (configured.roles().isEmpty() || !Role.all().containsAll(configured.roles())) {
            throw new StartRefusedException(
                    name + "must have roles among " + Role.all() + ", not " + configured.roles() + ".");
        }
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Who calls, by the name of the key. */
    record Holder(String name, Set<String> roles) {}

    private record Known(String name, byte[] digest, Set<String> roles) {}
}

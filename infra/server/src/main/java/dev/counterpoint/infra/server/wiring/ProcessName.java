package dev.counterpoint.infra.server.wiring;

import java.util.UUID;

/** Tells this process from all others, for as long as it runs. */
record ProcessName(String value) {

    static ProcessName random() {
        return new ProcessName(UUID.randomUUID().toString());
    }
}

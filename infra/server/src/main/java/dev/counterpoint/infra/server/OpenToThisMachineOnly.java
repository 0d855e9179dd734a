package dev.counterpoint.infra.server;

import dev.counterpoint.infra.server.security.ApiKeys;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/** Without keys everything is open, so nothing but this machine may be able to call. */
final class OpenToThisMachineOnly {
    private OpenToThisMachineOnly() {}

    /** @throws StartRefusedException if there are no keys and the address is not loopback */
    static void check(ServerProperties server, ApiKeys keys) {
        if (keys.isEmpty() && !isLoopback(server.getAddress())) {
            throw new StartRefusedException("Counterpoint binds to addresses other than loopback only with keys: "
                    + "configure counterpoint.keys, or set server.address to 127.0.0.1.");
        }
    }

    private static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}

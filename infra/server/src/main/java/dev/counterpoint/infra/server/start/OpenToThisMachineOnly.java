package dev.counterpoint.infra.server.start;

import dev.counterpoint.infra.server.StartRefusedException;
import dev.counterpoint.infra.server.security.ApiKeys;
import java.net.InetAddress;

/** Without keys everything is open, so nothing but this machine may be able to call. */
final class OpenToThisMachineOnly {
    private OpenToThisMachineOnly() {}

    /** @throws StartRefusedException if there are no keys and the address is not loopback */
    static void check(ApiKeys keys, InetAddress address) {
        if (keys.isEmpty() && !address.isLoopbackAddress()) {
            throw new StartRefusedException("Counterpoint listens on other addresses than loopback (here "
                    + address.getHostAddress()
                    + ") only with keys: configure counterpoint.keys, or set server.address to 127.0.0.1.");
        }
    }
}

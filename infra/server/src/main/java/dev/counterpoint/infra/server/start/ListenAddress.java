package dev.counterpoint.infra.server.start;

import dev.counterpoint.infra.server.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/**
 * Where the server will listen.
 *
 * @param port 0 for any free one
 */
record ListenAddress(InetAddress address, int port) {
    private static final String ADDRESS = "server.address";
    private static final String PORT = "server.port";
    private static final String MANAGED_PORT = "management.server.port";

    /** @throws StartRefusedException if what is configured is no address, or more than one */
    static ListenAddress of(Environment environment) {
        requireNoOther(environment);
        String written = environment.getProperty(ADDRESS, "");
        try {
            int port = Integer.parseInt(environment.getProperty(PORT, ""));
            InetAddress address = written.isEmpty() ? anyAddress() : InetAddress.getByName(written);
            return new ListenAddress(address, port);
        } catch (UnknownHostException unknown) {
            throw new StartRefusedException(ADDRESS + " is no address of this machine: " + written + ".", unknown);
        } catch (NumberFormatException noNumber) {
            throw new StartRefusedException(
                    PORT + " is a number from 0 to 65535, not \"" + environment.getProperty(PORT) + "\".", noNumber);
        }
    }

    /** The filters that ask for keys guard one address. */
    private static void requireNoOther(Environment environment) {
        String managed = environment.getProperty(MANAGED_PORT, "");
        if (!managed.isEmpty() && !managed.equals(environment.getProperty(PORT))) {
            throw new StartRefusedException("Counterpoint answers for its health and metrics at " + PORT
                    + ", where keys are asked for: leave " + MANAGED_PORT + " out.");
        }
    }

    /** What an address that is not named would be: every one of this machine. */
    private static InetAddress anyAddress() {
        return new InetSocketAddress(0).getAddress();
    }

    /**
     * Tells at once what would otherwise come out only after everything else is up.
     *
     * @throws StartRefusedException if another process listens there
     */
    void requireFree() {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw new StartRefusedException(inUse(port), taken);
        } catch (IllegalArgumentException outOfRange) {
            throw new StartRefusedException(PORT + " is a number from 0 to 65535, not " + port + ".", outOfRange);
        }
    }

    static String inUse(int port) {
        return "The port " + port + " is in use: end the process that listens there, or choose another port.";
    }
}

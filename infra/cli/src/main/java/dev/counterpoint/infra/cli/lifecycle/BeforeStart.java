package dev.counterpoint.infra.cli.lifecycle;

import dev.counterpoint.infra.cli.platform.DataFolder;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** What must hold before a server is started. */
final class BeforeStart {
    private BeforeStart() {}

    static void requireNotRunning(DataFolder data) {
        data.running().ifPresent(running -> {
            throw new CommandFailedException(
                    Exit.DATA_IN_USE,
                    "Counterpoint runs on " + data.path() + " already, at " + running.url() + " (process "
                            + running.pid()
                            + "). Stop it with \"./counterpoint stop\", or name another folder with --data.");
        });
    }

    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new CommandFailedException(
                    Exit.PORT_IN_USE, "The port " + port + " is in use. Name another one with --port.");
        }
    }
}

package dev.counterpoint.infra.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.embedded.DataFolderLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that cannot be: one sentence, a status that is not 0, and no trace of the machinery. */
class StartRefusalsIT {
    @TempDir
    Path data;

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal("--server.port=" + taken.getLocalPort()))
                    .isEqualTo("The port " + taken.getLocalPort()
                            + " is in use: end the process that listens there, or choose another port.");
        }
    }

    @Test
    void aDataFolderInUse() throws Exception {
        try (DataFolderLock held = DataFolderLock.of(data)) {
            assertThat(held).isNotNull();
            assertThat(refusal()).contains(data.toString()).contains("in use");
        }
    }

    @Test
    void anAddressForAll_withoutKeys() throws Exception {
        assertThat(refusal("--server.address=0.0.0.0")).contains("counterpoint.keys");
    }

    @Test
    void aConfigurationKeyThatThereIsNot() throws Exception {
        assertThat(refusal("--counterpoint.cassandra.keyspce=a")).contains("counterpoint.cassandra.keyspce");
    }

    @Test
    void noServersToEmbed() throws Exception {
        assertThat(refusal("--counterpoint.root=" + data)).contains("build Counterpoint first");
    }

    private String refusal(String... arguments) throws InterruptedException, IOException {
        try (ServerProcess server = ServerProcess.begin(data, arguments)) {
            assertThat(server.awaitEnd()).isNotZero();
            assertThat(server.output().lines()).as(server.output()).hasSize(1);
            return server.output().strip();
        }
    }
}

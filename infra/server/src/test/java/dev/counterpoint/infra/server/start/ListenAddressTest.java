package dev.counterpoint.infra.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.server.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ListenAddressTest {

    @Test
    void ofTheEnvironment_readsAddressAndPort() {
        ListenAddress address = of("127.0.0.1", "8080");

        assertThat(address.address().isLoopbackAddress()).isTrue();
        assertThat(address.port()).isEqualTo(8080);
    }

    @Test
    void anAddressThatIsNotNamed_isAnyAddress_notLoopback() {
        assertThat(of("", "8080").address().isLoopbackAddress()).isFalse();
    }

    @Test
    void whatIsNoAddressOrPort_isRefused() {
        assertThatThrownBy(() -> of("no such host!", "1"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("server.address");
        assertThatThrownBy(() -> of("127.0.0.1", "http"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("server.port");
        assertThatThrownBy(() -> of("127.0.0.1", "70000").requireFree())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("70000");
    }

    @Test
    void aSecondAddressForManagement_isRefused() {
        MockEnvironment two = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("server.port", "8080")
                .withProperty("management.server.port", "8081")
                .withProperty("management.server.address", "0.0.0.0");

        assertThatThrownBy(() -> ListenAddress.of(two))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("management.server.port");
    }

    @Test
    void requireFree_findsAPortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ListenAddress address = of("127.0.0.1", Integer.toString(taken.getLocalPort()));

            assertThatThrownBy(address::requireFree)
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("in use");
        }
        assertThatCode(() -> of("127.0.0.1", "0").requireFree()).doesNotThrowAnyException();
    }

    private static ListenAddress of(String address, String port) {
        return ListenAddress.of(
                new MockEnvironment().withProperty("server.address", address).withProperty("server.port", port));
    }
}

package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fanout.server.MockServer;
import fanout.server.ServerSettings;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {
    @Test
    void connectionsToTwoHostsMayHaveOneLocalPort() throws IOException {
        assumeThat(Files.exists(Path.of("/proc/self/net/tcp"))).isTrue();
        ServerSettings twoHosts = ServerSettings.onLoopback("http", new Hosts(2), 0, DelaySpread.NONE, 0);
        try (MockServer server = MockServer.start(twoHosts);
                Socket one = connected(0, server.uris().get(0))) {
            try (Socket other = connected(one.getLocalPort(), server.uris().get(1))) {
                assertThat(other.getLocalPort()).isEqualTo(one.getLocalPort());
                assertThat(OpenConnections.to(server.uri()).orElseThrow()).hasSize(2);
            }
            assertThat(OpenConnections.to(server.uri()).orElseThrow()).hasSize(1);
        }
    }

    private static Socket connected(int localPort, URI server) throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(Hosts.FIRST_ADDRESS, localPort));
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return socket;
    }
}

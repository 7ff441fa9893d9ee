package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses whose check sends nothing; {@code FanOutJarIT} tests targets other than loopback, in a network namespace.
 */
class RemoteServerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "http://127.0.0.1:1/", "http://127.1.2.3:65535", "http://[::1]:8080"})
    void anAddressOnLoopbackIsAllowed(String address) {
        assertThat(RemoteServer.parse(address)).isEqualTo(URI.create(address.replaceFirst("/$", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.1.2.3:80",
                "http://example.org:80",
                "http://127.evil.example:80",
                "http://0.0.0.0:80",
                "http://localhost.example:80",
                "http://[::2]:80",
            })
    void anotherMachineIsRefused(String address) {
        assertThatThrownBy(() -> RemoteServer.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("server is " + address + ", which is not loopback: to load another machine on purpose, say"
                        + " -Dfanout.allowRemote=true");
    }

    @Test
    void tlsIsRefusedForARemoteServer() {
        assertThatThrownBy(() -> RemoteServer.parse("https://localhost:80"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("server is https://localhost:80, must be http://host:port: over TLS only our own can be"
                        + " measured, embedded or forked, with the parameter scheme=https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "embeded",
                "localhost:8080",
                "ftp://localhost:80",
                "http://localhost",
                "http://localhost:80/api",
                "http://localhost:80?q",
                "http://me@localhost:80",
                "http://local host:80",
                "http://:80"
            })
    void anInvalidAddressIsRefused(String address) {
        assertThatThrownBy(() -> RemoteServer.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("server is " + address + ", must be embedded, forked or http://host:port");
    }
}

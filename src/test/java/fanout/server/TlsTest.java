package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsTest {
    private MockServer server;

    @BeforeEach
    void start() {
        server = MockServer.start(ServerSettings.onLoopback("https", 0, 0));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void theCertificateIsValidForTheNamesOfLoopback(String name) throws Exception {
        try (SSLSocket socket = handshake(LocalhostTls.client(), name)) {
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void theCertificateIsValidForNoOtherName() {
        assertThatThrownBy(() -> handshake(LocalhostTls.client(), "example.org"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("example.org");
    }

    @Test
    void noOtherClientTrustsTheCertificate() {
        assertThatThrownBy(() -> handshake(SSLContext.getDefault(), "localhost"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void theCertificateIsValidForDecades() throws Exception {
        try (SSLSocket socket = handshake(LocalhostTls.client(), "localhost")) {
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            assertThat(shown.getNotBefore().toInstant()).isBefore(Instant.parse("2020-01-02T00:00:00Z"));
            assertThat(shown.getNotAfter().toInstant()).isAfter(Instant.parse("2100-01-01T00:00:00Z"));
        }
    }

    @ParameterizedTest
    @CsvSource({"h2, h2", "http/1.1, http/1.1", "http/1.1 h2, h2"})
    void theClientChoosesTheProtocol(String offered, String chosen) throws Exception {
        try (SSLSocket socket = handshake(LocalhostTls.client(), "localhost", offered.split(" "))) {
            assertThat(socket.getApplicationProtocol()).isEqualTo(chosen);
        }
    }

    @Test
    void aPlaintextRequestToATlsServerIsNotAnswered() throws Exception {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
            socket.getOutputStream()
                    .write(RawConnection.request("GET", "/user/1").getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).doesNotContain("HTTP");
        } catch (IOException reset) {
            // a reset is no answer, either
        }
        assertThat(RawConnection.get(server, "/user/1").status()).isEqualTo(200);
    }

    private SSLSocket handshake(SSLContext context, String name, String... protocols) throws IOException {
        Socket plain = new Socket(InetAddress.getByName("127.0.0.1"), server.port());
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, server.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
            return socket;
        } catch (SSLException e) {
            socket.close();
            throw e;
        }
    }
}

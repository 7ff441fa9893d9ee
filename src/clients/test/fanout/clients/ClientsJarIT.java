package fanout.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** target/clients.jar beside target/benchmarks.jar, as the README measures them. */
@Timeout(240)
class ClientsJarIT {
    private static final Path CLIENTS = Path.of("target", "clients.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theFourClientsAreMeasuredByTurns(Jdk jdk) throws IOException {
        Jar jar = new Jar(folder, CLIENTS);

        Shell run = jar.takeTurns(List.of(jdk), "FanOutBenchmark.yourClient");

        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(jar.results(jdk))
                .extracting((JsonNode result) -> result.at("/params/client").asText())
                .containsExactlyInAnyOrder("jetty", "okhttp", "reactor-netty", "vertx");
    }
}

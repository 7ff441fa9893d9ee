package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.Shell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parameter {@code hosts}, from outside. */
@Timeout(120)
class HostsJarIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theConcurrencyIsProvenOverAllHosts(Jdk jdk) throws Exception {
        Jar jar = new Jar(folder);

        Shell jmh = jar.jmh(
                jdk,
                "FanOutBenchmark.(semaphoreAsync|http2Multiplexed)",
                "-p",
                "hosts=4",
                "-p",
                "concurrency=8",
                "-p",
                "server=forked");

        assertThat(jmh.status()).as(jmh.toString()).isZero();
        assertThat(jmh.out())
                .containsPattern("semaphoreAsync: exactly 8 requests in flight over \\d+ connections") // 8 to 32
                .contains("http2Multiplexed: exactly 8 requests in flight over 4 connections")
                .contains(", on 4 addresses");
        assertThat(jar.results())
                .extracting(result -> result.at("/params/hosts").asText())
                .containsExactly("4", "4");
    }

    @Test
    void moreHostsThanRequestsInFlightAreRefused() {
        Jar jar = new Jar(folder);
        String[] words = {"FanOutBenchmark.semaphoreAsync", "-p", "hosts=1,9", "-p", "concurrency=8"};
        Jdk jdk = Jdks.found().get(0);

        for (Shell shell : List.of(jar.jmh(jdk, words), jar.takeTurns(List.of(jdk), words))) {
            assertThat(shell.status()).isEqualTo(2);
            assertThat(shell.complaints())
                    .singleElement()
                    .asString()
                    .contains("hosts is 9, must be at most the concurrency, 8");
        }
    }
}

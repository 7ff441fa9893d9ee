package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.client.Strategy;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.ScriptedServer;
import fanout.testing.Shell;
import fanout.testing.Strategies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first batch of a fresh JVM, measured by the jar as a process of its own. */
@Timeout(240)
class ColdBatchJarIT {
    private static final List<Jdk> JDKS = Jdks.found();

    @TempDir
    Path folder;

    /** On the JDK with the most strategies; the others measure cold batches by turns, below. */
    @Test
    void aColdBatchIsOneShotAForkWithoutAWarmUp() throws Exception {
        Jar jar = new Jar(folder);
        Jdk jdk = JDKS.get(JDKS.size() - 1);

        Shell shell = jar.run(jdk, Stream.of("ColdBatchBenchmark", "-f", "1"));

        assertThat(shell.status()).as(shell.toString()).isZero();
        assertThat(shell.out())
                .contains("# Fanout: semaphoreAsync: exactly 40 requests in flight over 40 connections")
                .doesNotContain("only the first was cold");
        assertThat(Jar.methods(jar.results()))
                .containsExactlyInAnyOrderElementsOf(
                        Strategies.on(jdk.feature()).map(Strategy::toString).toList());
        assertThat(jar.results()).allSatisfy(ColdBatchJarIT::expectOneShot);
    }

    private static void expectOneShot(JsonNode result) {
        assertThat(result.get("mode").asText()).isEqualTo("ss");
        assertThat(result.get("warmupIterations").asInt()).isZero();
        assertThat(result.at("/primaryMetric/scoreUnit").asText()).isEqualTo("ms/op");
        assertThat(result.at("/primaryMetric/rawData"))
                .isNotEmpty()
                .allSatisfy(fork -> assertThat(fork).hasSize(1));
    }

    /** A probe asks for one user; nothing else is sent but what is measured. */
    @Test
    void nothingIsSentBesideAColdBatch() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer((id, connection) -> {
            requests.incrementAndGet();
            connection.user(id);
        })) {
            Jar jar = new Jar(folder);

            Shell shell = jar.run(
                    JDKS.get(0),
                    Stream.of("Cold.*semaphoreAsync", "-f", "1", "-p", "server=" + server.uri(), "-p", "requests=100"));

            assertThat(shell.status()).as(shell.toString()).isZero();
            // One probe of the command line, one of the fork, and the batch.
            assertThat(requests).hasValue(1 + 1 + 100);
        }
    }

    @Test
    void aColdBatchTakesTurnsAndAQuickRunLeavesItCold() throws Exception {
        Jar jar = new Jar(folder);
        Stream<String> jvms = JDKS.stream().flatMap(jdk -> Stream.of("--jvm", jdk.feature() + "=" + jdk.home()));

        Shell shell = jar.run(
                JDKS.get(0),
                Stream.of(
                                Stream.of("run", "--quick", "--rounds", "1", "--out", "out"),
                                Stream.of("Cold.*(semaphoreAsync|Floor)"),
                                Jar.FAST_FORKS.stream(),
                                jvms)
                        .flatMap(each -> each));

        assertThat(shell.status()).as(shell.toString()).isZero();
        for (Jdk jdk : JDKS) {
            assertThat(jar.results(jdk)).hasSize(2).allSatisfy(result -> {
                expectOneShot(result);
                assertThat(result.at("/primaryMetric/rawData")).hasSize(1);
            });
        }
        assertThat(Files.readString(folder.resolve("out/jmh.log"))).doesNotContain("only the first was cold");
        Shell compared = jar.run(JDKS.get(0), Stream.of("compare", "--by", "strategy", "out"));
        assertThat(compared.status()).as(compared.toString()).isZero();
        assertThat(compared.out()).contains("All: ColdBatchBenchmark", "socketFloor on");
    }

    @Test
    void aWarmUpThatIsAskedForIsMadeAndReported() {
        Shell shell =
                new Jar(folder).run(JDKS.get(0), Stream.of("Cold.*socketFloor", "-f", "1", "-wi", "2", "-i", "1"));

        assertThat(shell.status()).as(shell.toString()).isZero();
        assertThat(shell.out())
                .contains("# Fanout: socketFloor: 3 batches were sent before this, of which only the first was cold");
    }
}

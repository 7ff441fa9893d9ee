package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.ScriptedServer;
import fanout.testing.Shell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Benchmarks that can't be measured are skipped with one line, by JMH's command line and by {@code run}. */
@Timeout(240)
class SkippedBenchmarksJarIT {
    private static final List<Jdk> JDKS = Jdks.found();
    private static final Jdk OLDEST = JDKS.get(0);
    private static final String NO_CLIENT =
            "yourClient is left out: no client is registered; to measure yours, put a jar with"
                    + " META-INF/services/fanout.client.FanOutClientProvider on the class path: java -cp"
                    + " target/benchmarks.jar:my-client.jar fanout.Main yourClient";

    @TempDir
    Path folder;

    private Jar jar;

    @BeforeEach
    void create() {
        jar = new Jar(folder);
    }

    @Test
    void virtualThreadsNeedAYoungJvm() throws Exception {
        assumeTrue(OLDEST.feature() < 21, "needs an old JVM");

        Shell shell = jar.jmh(OLDEST, "FanOutBenchmark.virtualThreads");

        expectNoVirtualThreads(shell, OLDEST);
        assertThat(jar.results()).isEmpty();
    }

    /** The JVM that counts is the one that measures. */
    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void virtualThreadsNeedAYoungJvmInTheForkWhateverTheHostIs(Jdk jdk) throws Exception {
        Jdk host = JDKS.get(JDKS.size() - 1 - JDKS.indexOf(jdk));

        Shell shell = jar.jmh(
                host,
                "FanOutBenchmark.(virtualThreads|socketFloor)",
                "-jvm",
                jdk.java().toString());

        expectByJvm(shell, jdk);
    }

    private void expectByJvm(Shell shell, Jdk jdk) throws Exception {
        assertThat(shell.status()).as(shell.toString()).isZero();
        if (jdk.feature() < 21) {
            expectNoVirtualThreads(shell, jdk);
            assertThat(Jar.methods(jar.results())).containsExactly("socketFloor");
        } else {
            assertThat(shell.err()).isEmpty();
            assertThat(Jar.methods(jar.results())).containsExactly("socketFloor", "virtualThreads");
        }
    }

    private static void expectNoVirtualThreads(Shell shell, Jdk jdk) throws Exception {
        assertThat(shell.status()).as(shell.toString()).isZero();
        assertThat(shell.complaints())
                .containsExactly("fanout: virtualThreads is left out: it needs Java 21, and "
                        + jdk.java().toRealPath() + " is " + jdk.feature());
    }

    @Test
    void aRunMeasuresVirtualThreadsOnTheJvmsThatHaveThem() throws Exception {
        assumeTrue(OLDEST.feature() < 21 && JDKS.size() > 1, "needs an old JVM and a young one");

        Shell shell = jar.takeTurns(JDKS, "FanOutBenchmark.(virtualThreads|socketFloor)");

        assertThat(shell.status()).as(shell.toString()).isZero();
        String line = "17 FanOutBenchmark.virtualThreads is left out: it needs Java 21, and the JVM is 17";
        assertThat(shell.out().lines()).contains(line);
        assertThat(jar.leftOut()).containsExactly(line);
        assertThat(Jar.methods(jar.results(OLDEST))).containsExactly("socketFloor");
        assertThat(Jar.methods(jar.results(JDKS.get(1)))).containsExactly("socketFloor", "virtualThreads");
    }

    @Test
    void jmhIsNotStartedIfEveryBenchmarkIsSkipped() throws Exception {
        Shell shell = jar.jmh(OLDEST, "yourClient");

        assertThat(shell.status()).isZero();
        assertThat(shell.out()).isEmpty();
        assertThat(shell.complaints()).containsExactly("fanout: " + NO_CLIENT);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void aRunIsRefusedIfEveryBenchmarkIsSkipped() throws Exception {
        Shell shell = jar.takeTurns(List.of(OLDEST), "yourClient");

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.complaints()).containsExactly("fanout: there is nothing to measure: " + NO_CLIENT);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aClientThatIsNotRegisteredIsAnErrorAndNotSkipped() {
        assertThat(jar.jmh(OLDEST, "yourClient", "-p", "client=mine").complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: client is mine, must be one that is registered, and none is: ");
        assertThat(jar.jmh(OLDEST, "semaphoreAsync", "-p", "client=mine").complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: -p client: no selected benchmark has this parameter");
    }

    @Test
    void aServerWithoutHttp2IsMeasuredByTheOtherStrategies() throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id))) {
            String line = "http2Multiplexed is left out: it needs HTTP/2, which " + server.uri() + " does not speak";

            Shell jmh = jar.jmh(
                    OLDEST, "FanOutBenchmark.(http2Multiplexed|semaphoreAsync)", "-p", "server=" + server.uri());
            Shell run = jar.takeTurns(
                    List.of(OLDEST),
                    "FanOutBenchmark.(http2Multiplexed|semaphoreAsync)",
                    "-p",
                    "server=" + server.uri());

            assertThat(jmh.status()).as(jmh.toString()).isZero();
            assertThat(run.status()).as(run.toString()).isZero();
            assertThat(jmh.complaints()).containsExactly("fanout: " + line);
            assertThat(run.out().lines()).contains(line);
            assertThat(jar.leftOut()).containsExactly(line);
            assertThat(Jar.methods(jar.results())).containsExactly("semaphoreAsync");
            assertThat(Jar.methods(jar.results(OLDEST))).containsExactly("semaphoreAsync");
        }
    }

    @Test
    void theSocketFloorIsSkippedOverTls() throws Exception {
        Shell jmh = jar.jmh(OLDEST, "FanOutBenchmark.(socketFloor|semaphoreAsync)", "-p", "scheme=https");
        Shell run = jar.takeTurns(
                List.of(OLDEST), "FanOutBenchmark.(socketFloor|semaphoreAsync)", "-p", "scheme=http,https");

        assertThat(jmh.status()).as(jmh.toString()).isZero();
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(jmh.complaints())
                .containsExactly("fanout: socketFloor is left out: it has no TLS, and scheme is https");
        assertThat(Jar.methods(jar.results())).containsExactly("semaphoreAsync");
        assertThat(jar.leftOut()).containsExactly("socketFloor is left out: it has no TLS, and scheme is https");
        assertThat(Jar.methods(jar.results(OLDEST))).containsExactly("semaphoreAsync", "semaphoreAsync", "socketFloor");
    }
}

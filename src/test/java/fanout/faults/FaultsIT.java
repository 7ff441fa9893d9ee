package fanout.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.client.Strategy;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.ScriptedServer;
import fanout.testing.Shell;
import fanout.testing.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault of a server through the jar, as JMH's own users start it: it must end with the right exit code, in bounded
 * time, and name the request.
 *
 * <p>A build tries some, each with one strategy. All of them are tried, and written down, by
 *
 * <pre>./mvnw -B verify -Pfaults</pre>
 */
@Timeout(120)
class FaultsIT {
    private static final Path TABLE = Path.of("results", "faults.md");
    private static final boolean ALL = "all".equals(System.getProperty("fanout.faults"));
    private static final List<FaultRow> ROWS = new ArrayList<>();

    private static final List<String> OPTIONS =
            List.of(Jar.IGNORE_LOCK, Jar.ALLOW_UNSAFE, "-Dfanout.answerTimeoutMillis=2000");

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        if (!ALL) {
            Jdk jdk = Jdks.found().get(0);
            return Stream.of(
                    Arguments.of(ServerFault.NO_ANSWER, Strategy.BLOCKING_THREAD_POOL, jdk),
                    Arguments.of(ServerFault.BODY_OF_4_GB, Strategy.SEMAPHORE_ASYNC, jdk),
                    Arguments.of(ServerFault.ENDLESS_CHUNKS, Strategy.BLOCKING_THREAD_POOL, jdk),
                    Arguments.of(ServerFault.INFORMATIONAL_FIRST, Strategy.SOCKET_FLOOR, jdk),
                    Arguments.of(ServerFault.BYTES_BEHIND_ONCE, Strategy.SEMAPHORE_ASYNC, jdk),
                    Arguments.of(ServerFault.SECOND_ANSWER_EACH, Strategy.JDK_HTTP_CLIENT, jdk),
                    Arguments.of(ServerFault.CONNECTION_CLOSE_EACH, Strategy.JDK_HTTP_CLIENT, jdk),
                    Arguments.of(ServerFault.CLOSED_AFTER_EACH, Strategy.SOCKET_FLOOR, jdk));
        }
        return Stream.of(ServerFault.values())
                .flatMap(fault -> Stream.of(Strategy.values())
                        .filter(strategy -> !strategy.needsHttp2())
                        .flatMap(strategy -> jdk(strategy).map(jdk -> Arguments.of(fault, strategy, jdk))));
    }

    /** The first JDK found that can run it, if there is one. */
    private static Stream<Jdk> jdk(Strategy strategy) {
        return Jdks.found().stream()
                .filter(jdk -> jdk.feature() >= strategy.oldestJava())
                .limit(1);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfTheServerEndsTheRunAndIsNamed(ServerFault fault, Strategy strategy, Jdk jdk) throws Exception {
        try (ScriptedServer server = new ScriptedServer(fault::script)) {
            long start = System.nanoTime();
            Shell shell = measure(jdk, strategy, server);
            double seconds = (System.nanoTime() - start) / 1e9;

            String said = said(shell);
            ROWS.add(new FaultRow(fault.toString(), strategy + ", JDK " + jdk.feature(), shell.status(), said));
            if (fault == ServerFault.BYTES_BEHIND_ONCE && strategy.retries() && shell.status() == 0) {
                // The JDK's client drops bytes that come with the answer, and nothing shows that, or it replaces the
                // connection, as it does by itself now and then: so one that is lost is only named.
                assertThat(said).matches("|.*\\d of 8 connections did not last.*");
                return;
            }
            assertThat(shell.status()).as(shell.toString()).isEqualTo(fault.line() == null ? 0 : 1);
            assertThat(seconds).as("seconds; %s", shell).isLessThan(60);
            if (fault.line() != null) {
                assertThat(said).containsPattern(fault.line());
                assertThat(shell.err()).doesNotContain("\tat ");
            }
        }
    }

    static Stream<Arguments> signals() {
        Jdk jdk = Jdks.found().get(0);
        List<Strategy> strategies = ALL ? Strategies.on(jdk.feature()).toList() : List.of(Strategy.HTTP2_MULTIPLEXED);
        return strategies.stream()
                .flatMap(strategy -> Stream.of(
                        Arguments.of("KILL", "the forked server died with exit code 137; so GET /user/", strategy, jdk),
                        Arguments.of("STOP", "no answer for 2000 ms", strategy, jdk)));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void aForkedServerThatIsKilledOrStoppedIsNamed(String signal, String line, Strategy strategy, Jdk jdk)
            throws Exception {
        Jar jar = new Jar(folder);
        List<String> arguments = List.of("FanOutBenchmark." + strategy, "-f", "0", "-wi", "0", "-i", "1", "-r", "20s");
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("-p", "requests=100", "-p", "concurrency=8", "-p", "server=forked"));
        Process process = jar.start(jar.command(jdk, OPTIONS, all));
        Path out = folder.resolve("out.txt");
        while (!Files.readString(out).contains("requests in flight over")) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(50);
        }
        Thread.sleep(200); // into the batches
        ProcessHandle server = process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("ServerMain"))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-" + signal, String.valueOf(server.pid()))
                .start()
                .waitFor();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Shell shell =
                new Shell(process.exitValue(), Files.readString(out), Files.readString(folder.resolve("err.txt")));
        ROWS.add(new FaultRow(
                "SIG" + signal + " to a forked server",
                strategy + ", JDK " + jdk.feature(),
                shell.status(),
                said(shell)));
        assertThat(shell.status()).as(shell.toString()).isEqualTo(1);
        assertThat(said(shell)).contains(line);
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(15));
    }

    private Shell measure(Jdk jdk, Strategy strategy, ScriptedServer server) {
        Jar jar = new Jar(folder);
        List<String> arguments = List.of("FanOutBenchmark." + strategy, "-f", "0", "-wi", "0");
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("-i", "3", "-r", "200ms", "-p", "requests=100", "-p", "concurrency=8"));
        all.addAll(List.of("-p", "server=" + server.uri()));
        return Shell.run(folder, Map.of(), jar.command(jdk, OPTIONS, all));
    }

    /** The line that ends a run which failed. */
    private static String said(Shell shell) {
        return shell.complaints().stream()
                .filter(line -> line.startsWith("fanout: "))
                .findFirst()
                .or(() -> shell.out()
                        .lines()
                        .filter(line -> line.contains("did not last"))
                        .findFirst())
                .orElse("");
    }

    @AfterAll
    static void write() throws IOException {
        if (ALL) {
            StringBuilder text = new StringBuilder("| fault | strategy | exit code | what is said |\n");
            text.append("| --- | --- | --- | --- |\n");
            ROWS.forEach(row -> text.append(row.markdown()));
            Files.writeString(TABLE, text);
        }
    }
}

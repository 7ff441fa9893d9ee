package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.benchmark.SweepTest;
import fanout.benchmark.TlsTrialTest;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.NeedsJvm;
import fanout.testing.Strategies;
import fanout.testing.TestRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients' tests on the other JDKs of this machine, for the strategies that are made of what a JDK brings along:
 * its own client differs there, and virtual threads are only there. {@code FanOutJarIT} runs the others there.
 */
@Timeout(300)
@NeedsJvm
class ClientsOnEveryJdkTest {
    private static final List<Class<?>> TESTS = List.of(
            FanOutClientContractTest.class,
            FanOutClientFailureTest.class,
            ClosedConnectionsTest.class,
            WireTest.class,
            TlsTrialTest.class,
            SweepTest.class);

    private static final String OF_THE_JDK =
            String.join(",", "" + Strategy.JDK_HTTP_CLIENT, "" + Strategy.VIRTUAL_THREADS, "" + Strategy.SOCKET_FLOOR);

    @Test
    void theClientsKeepTheirContractOnEveryJdk(@TempDir Path folder) throws Exception {
        List<Jdk> others = Jdks.found().stream()
                .filter(jdk -> jdk.feature() != Runtime.version().feature())
                .toList();
        Assumptions.assumeFalse(others.isEmpty(), "there is no other JDK on this machine");
        for (Jdk jdk : others) {
            Path log = folder.resolve(jdk.feature() + ".txt");
            Process process = new ProcessBuilder(command(jdk))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try {
                assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue())
                        .as(() -> jdk + "\n" + readable(log))
                        .isZero();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static List<String> command(Jdk jdk) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                jdk.home().resolve("bin").resolve("java").toString(),
                "-XX:TieredStopAtLevel=1", // as in the build
                "-D" + Strategies.ONLY + "=" + OF_THE_JDK,
                "-cp",
                classPath,
                TestRunner.class.getName()));
        TESTS.stream().map(Class::getName).forEach(command::add);
        return command;
    }

    private static String readable(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return String.join("\n", lines.limit(60).toList());
        } catch (IOException e) {
            return e.toString();
        }
    }
}

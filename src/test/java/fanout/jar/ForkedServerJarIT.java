package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code server=forked} as its users meet it: the jar in a process of its own, client and server on any JDK found. */
@Timeout(300)
class ForkedServerJarIT {
    @TempDir
    Path folder;

    /** Each JDK once as the client's and once as the server's; the test below has one for both. */
    static Stream<Arguments> clientAndServer() {
        List<Jdk> jdks = Jdks.found();
        return IntStream.range(0, jdks.size())
                .mapToObj(client -> Arguments.of(jdks.get(client), jdks.get((client + 1) % jdks.size())));
    }

    @ParameterizedTest
    @MethodSource("clientAndServer")
    void aServerOnAnyJvmCanBeMeasuredAgainst(Jdk client, Jdk server) throws Exception {
        Shell shell = run(client, server.home().toString(), Map.of());

        assertThat(shell.status()).as(shell.toString()).isZero();
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out())
                .contains("\n# Fanout: semaphoreAsync: exactly 40 requests in flight over 40 connections")
                .contains("; the server is in a process of its own, on Java " + server.feature())
                .doesNotContain("WARNING", "XNIO", "undertow", "SLF4J", "INFO", "jboss");
        assertThat(new ObjectMapper()
                        .readTree(onlyResult().toFile())
                        .at("/0/params/server")
                        .asText())
                .isEqualTo("forked");
    }

    /** A JVM that picks up such options prints so; a server with them would differ from that of other runs. */
    @Test
    void theServerTakesNoOptionsFromTheEnvironment() {
        Jdk jdk = Jdks.found().get(0);
        Map<String, String> options = Map.of("JDK_JAVA_OPTIONS", "-Dsome=thing", "JAVA_TOOL_OPTIONS", "-Dother=thing");
        Shell shell = run(jdk, jdk.home().toString(), options);

        assertThat(shell.status()).as(shell.toString()).isZero();
        assertThat((shell.err() + shell.out()).lines().filter(line -> line.contains("Picked up")))
                .as("said by JMH's host and by its fork")
                .hasSize(2 * 2);
    }

    @Test
    void aJvmOfTheServerThatDoesNotExistIsReportedInOneLine() {
        Shell shell = run(Jdks.found().get(0), "no/such/jdk", Map.of());

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.complaints())
                .containsExactly(
                        "fanout: fanout.serverJvm is no/such/jdk, must be a JAVA_HOME, a folder with bin/java");
    }

    @Test
    void aProgramThatIsNoJvmIsReportedInOneLine() throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho I am a teapot >&2\nexit 18\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        Shell shell = run(Jdks.found().get(0), "jdk", Map.of());

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.complaints())
                .containsExactly("fanout: on the JVM in jdk: the forked server died with exit code 18: I am a teapot");
    }

    private Shell run(Jdk client, String serverJvm, Map<String, String> environment) {
        Jar jar = new Jar(folder);
        List<String> options = List.of(jar.ownLock(), Jar.ALLOW_UNSAFE, "-Dfanout.serverJvm=" + serverJvm);
        List<String> args = new ArrayList<>(List.of("FanOutBenchmark.semaphoreAsync", "-f", "1", "-wi", "1"));
        args.addAll(List.of("-w", "100ms", "-i", "1", "-r", "100ms", "-p", "requests=100", "-p", "server=forked"));
        return Shell.run(folder, environment, jar.command(client, options, args));
    }

    private Path onlyResult() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("results"))) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}

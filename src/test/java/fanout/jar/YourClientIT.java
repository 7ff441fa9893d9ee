package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.Providers;
import fanout.testing.Shell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Registered clients: the README's commands with the example that they name, and clients that can't be used. */
@Timeout(240)
class YourClientIT {
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: YourClientIT runs it -->\n```sh\n(.*?)```\n", Pattern.DOTALL);
    private static final Path CLIENT = Path.of("src/test/java/example/MyClient.java");
    private static final int MOST_COMMANDS = 4;
    private static final Jdk JDK = Jdks.found().get(0);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theExampleOfTheReadmeWorks(Jdk jdk) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();
        List<String> commands = example.group(1).lines().toList();
        assertThat(commands).hasSizeLessThanOrEqualTo(MOST_COMMANDS);
        Files.createDirectories(folder.resolve(CLIENT).getParent());
        Files.copy(CLIENT, folder.resolve(CLIENT));
        Files.createDirectories(folder.resolve("target"));
        Files.copy(Jar.FILE, folder.resolve("target/benchmarks.jar"));

        Shell shell = sh(jdk, commands.stream().map(YourClientIT::shortly).toList());

        assertThat(shell.status()).as(shell.toString()).isZero();
        Jar jar = new Jar(folder);
        assertThat(shell.out()).contains("# Fanout: my-client: exactly 40 requests in flight over 40 connections");
        assertThat(jar.results()).singleElement().satisfies(result -> {
            assertThat(result.get("benchmark").asText()).isEqualTo("fanout.benchmark.FanOutBenchmark.yourClient");
            assertThat(result.at("/params/client").asText()).isEqualTo("my-client");
        });
        assertThat(Files.readString(folder.resolve("mine/manifest.json"))).contains("\"client\" : \"my-client\"");
        assertThat(shell.out()).contains("yourClient(my-client) ");
    }

    /**
     * The README's command, made short: one that measures ends with its benchmarks, so options can follow. Of all
     * benchmarks the client's own is measured, and the one that it is compared with.
     */
    private static String shortly(String command) {
        if (!command.contains("fanout.Main")) {
            return command;
        }
        String bare = command.replaceFirst(" +#.*", "");
        String two = bare.replaceFirst(" FanOutBenchmark$", " 'FanOutBenchmark.(yourClient|socketFloor)'");
        return two + " " + String.join(" ", Jar.SHORT) + (command.contains(" run ") ? " --rounds 1" : " -f 1");
    }

    private Shell sh(Jdk jdk, List<String> commands) {
        String path = jdk.home().resolve("bin") + File.pathSeparator + System.getenv("PATH");
        String options = Jar.IGNORE_LOCK + " " + String.join(" ", Jar.FAST_START);
        Map<String, String> environment = Map.of("PATH", path, "JDK_JAVA_OPTIONS", options);
        return Shell.run(folder, environment, List.of("sh", "-ec", String.join("\n", commands)));
    }

    @Test
    void allRegisteredClientsAreMeasured() throws IOException {
        Jar jar = register(Providers.First.class, Providers.Second.class);

        Shell jmh = jar.jmh(JDK, "FanOut.*yourClient");
        Shell run = jar.takeTurns(Jdks.found(), "FanOut.*yourClient", "-p", "client=second");

        assertThat(jmh.status()).as(jmh.toString()).isZero();
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(jar.results())
                .extracting(result -> result.at("/params/client").asText())
                .containsExactly("first", "second");
        for (Jdk jdk : Jdks.found()) {
            assertThat(jar.results(jdk))
                    .extracting(result -> result.at("/params/client").asText())
                    .containsExactly("second");
        }
    }

    @Test
    void aClientThatCantBeUsedIsReportedInOneLine() throws IOException {
        refused(
                register(Providers.First.class, Providers.Second.class),
                "client is third, must be first or second, which are registered",
                "-p",
                "client=third");
        refused(
                register(Providers.First.class, Providers.AlsoFirst.class),
                "two registered clients are named first: fanout.testing.Providers$First and"
                        + " fanout.testing.Providers$AlsoFirst");
        refused(
                register(Providers.Broken.class),
                "a registered client can't be loaded: fanout.client.FanOutClientProvider: Provider"
                        + " fanout.testing.Providers$Broken could not be instantiated (java.lang.IllegalStateException:"
                        + " no native library)");
    }

    private static void refused(Jar jar, String complaint, String... arguments) {
        Shell jmh = jar.jmh(
                JDK,
                Stream.concat(Stream.of("yourClient"), Stream.of(arguments)).toArray(String[]::new));
        Shell run = jar.takeTurns(
                List.of(JDK),
                Stream.concat(Stream.of("yourClient"), Stream.of(arguments)).toArray(String[]::new));

        assertThat(jmh.status()).isEqualTo(2);
        assertThat(run.status()).isEqualTo(2);
        assertThat(jmh.complaints()).containsExactly("fanout: " + complaint);
        assertThat(run.complaints()).containsExactly("fanout: " + complaint);
    }

    /** Other benchmarks don't need the registered client. */
    @Test
    void aBrokenClientDoesNotStopTheOtherBenchmarks() throws IOException {
        assertThat(register(Providers.Broken.class)
                        .jmh(JDK, "FanOut.*socketFloor")
                        .status())
                .isZero();
    }

    private Jar register(Class<?>... providers) throws IOException {
        Path services = Files.createDirectories(folder.resolve("beside/META-INF/services"));
        Files.writeString(
                services.resolve("fanout.client.FanOutClientProvider"),
                Stream.of(providers).map(Class::getName).collect(Collectors.joining("\n")));
        Path classes = Files.createDirectories(folder.resolve("beside/fanout/testing"));
        try (Stream<Path> files = Files.list(Path.of("target/test-classes/fanout/testing"))) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("Providers"))
                    .toList()) {
                Path copy = classes.resolve(file.getFileName());
                Files.deleteIfExists(copy);
                Files.copy(file, copy);
            }
        }
        return new Jar(folder, folder.resolve("beside"));
    }
}

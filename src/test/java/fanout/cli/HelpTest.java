package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.benchmark.FanOutBenchmark;
import fanout.benchmark.LibrarySetup;
import fanout.benchmark.YourClient;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

class HelpTest {
    private final CommandLineSession help = session("help");

    @Test
    void helpNamesJmhsOptionsAndTheParameters() {
        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: java -jar target/benchmarks.jar [JMH OPTIONS]")
                .contains(
                        "-foe",
                        "results/",
                        "concurrency=40",
                        "-Dfanout.allowRemote=true",
                        "-Dfanout.serverIoThreads=N",
                        "-Dfanout.serverJvm=JAVA_HOME",
                        "Exit codes:");
    }

    @Test
    void helpListsOnlyCommandsThatExist() {
        List<String> commands = help.out()
                .lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.matches(" {2}\\S.*")) // no description's second line
                .map(line -> line.strip().split(" ")[0])
                .toList();

        assertThat(commands).contains("help");
        assertThat(commands)
                .filteredOn(command -> !command.equals("help"))
                .contains("run", "doctor")
                .allSatisfy(command -> assertThat(session(command, "--help"))
                        .isEqualTo(session(command, "-h"))
                        .isEqualTo(session("help", command)));
        assertThat(commands)
                .allSatisfy(command -> assertThat(session("help", command).out())
                        .contains("Usage: java -jar target/benchmarks.jar " + command));
    }

    @Test
    void helpListsEveryParameterWithItsDefault() {
        List<String> parameters = Stream.of(FanOutBenchmark.class, LibrarySetup.class, YourClient.class)
                .flatMap(type -> Stream.of(type.getFields()))
                .filter(field -> field.isAnnotationPresent(Param.class))
                .map(field ->
                        field.getName() + "=" + field.getAnnotation(Param.class).value()[0])
                .toList();

        assertThat(help.out()
                        .lines()
                        .dropWhile(line -> !line.startsWith("Parameters"))
                        .skip(1)
                        .takeWhile(line -> !line.isEmpty())
                        .map(line -> line.strip().split(" ")[0]))
                .containsExactlyElementsOf(parameters);
    }

    @Test
    void helpIsAlsoAnOption() {
        assertThat(session("--help")).isEqualTo(help);
    }

    @Test
    void theVersionIsThatOfTheProgramItsCommitAndJmh() {
        CommandLineSession version = session("--version");

        assertThat(version.status()).isZero();
        assertThat(version.err()).isEmpty();
        assertThat(version.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("Fanout \\d+\\.\\d+\\.\\d+.*"),
                        line -> assertThat(line).matches("commit ([0-9a-f]{40}|unknown).*"),
                        line -> assertThat(line).startsWith("JMH 1."),
                        line -> assertThat(line).isEqualTo("Java " + Runtime.version()));
        assertThat(session("-version")).isEqualTo(version);
    }

    /** An example that is broken can't be pasted. */
    @Test
    void noExampleIsBroken() {
        assertThat(help.out()).contains("for its next answer, in ms, beside delayMillis" + System.lineSeparator());
        assertThat(help.out()
                        .lines()
                        .dropWhile(line -> !line.equals("Examples:"))
                        .skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("  java "));
    }

    private static CommandLineSession session(String... args) {
        return CommandLineSession.run(Path.of("unused"), args);
    }
}

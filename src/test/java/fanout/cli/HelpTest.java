package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {
    private final CommandLineSession help = session("help");

    @Test
    void tellsOfJmhAndOfTheParameters() {
        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: java -jar target/benchmarks.jar [JMH OPTIONS]")
                .contains("-foe", "results/", "concurrency=40", "-Dfanout.allowRemote=true", "Exit codes:");
    }

    @Test
    void listsNoCommandThatIsNotThere() {
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
                .allSatisfy(command -> assertThat(session("help", command).out())
                        .contains("Usage: java -jar target/benchmarks.jar " + command));
    }

    @Test
    void isAlsoAnOption() {
        assertThat(session("--help")).isEqualTo(help);
    }

    private static CommandLineSession session(String... args) {
        return CommandLineSession.run(Path.of("unused"), Preflight.NONE, args);
    }
}
